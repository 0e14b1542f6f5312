import i18next from 'i18next'

/** Loads the texts of an area before its pages are shown. */
export const needTexts = (...areas: string[]): Promise<void> => i18next.loadNamespaces(areas)
