import { Button, type ButtonProps } from '@mantine/core'
import type { MouseEvent, ReactNode } from 'react'

interface Props extends ButtonProps {
  /** Its act is under way: it is not to be pressed again, and keeps the focus meanwhile. */
  busy: boolean
  type?: 'button' | 'submit'
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  children: ReactNode
}

/** A button whose act takes a moment. A disabled one would drop the focus to the start of the page. */
export function BusyButton({ busy, onClick, ...rest }: Props) {
  return (
    <Button
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      data-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}
