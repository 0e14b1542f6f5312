import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '~/i18n'
import { readDecimal, writeDecimal } from '~/lib/decimal'

interface Props {
  id: string
  label: string
  required: boolean
  error?: string
  size: 'xs' | 'sm'
  value: number | undefined
  /** With NaN what stands here is no number, and nothing to be kept. */
  onChange: (value: number | undefined) => void
  onBlur?: () => void
}

const begun = /^\s*[-−+]?[.,]?$/

/** A number as its reader writes it; half of one stays as it is typed. The browser's own box would make 125 of 12,5. */
export function NumberBox({ value, onChange, error, ...rest }: Props) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const [text, setText] = useState(() => writeDecimal(value, language))
  const typed = readDecimal(text, language)
  const shown = Object.is(typed, value) ? text : writeDecimal(value, language)
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      error={error ?? (Number.isNaN(value) && !begun.test(text) ? t('customField.notNumber') : undefined)}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(readDecimal(event.currentTarget.value, language))
      }}
    />
  )
}
