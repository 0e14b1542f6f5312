import { ActionIcon } from '@mantine/core'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'

export function CopyButton({ value, label }: { value: string; label: string }) {
  const [done, setDone] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(value)
    setDone(true)
    setTimeout(() => setDone(false), 1500)
  }
  return (
    <ActionIcon variant="subtle" color="gray" size={24} aria-label={label} title={label} onClick={() => void copy()}>
      {done ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    </ActionIcon>
  )
}
