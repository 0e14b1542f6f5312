/** The parts of a calendar's page; the address names the one in view. */
export const calendarTabs = ['week', 'days', 'try', 'versions'] as const
