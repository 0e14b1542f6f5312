import type { ComponentProps, MouseEvent } from 'react'

type Root = ComponentProps<'button'> & ComponentProps<'a'> & { 'data-loading'?: boolean }

const nothing = (event: MouseEvent) => event.preventDefault()

/** A button that is busy keeps the focus: the browser takes it from one that is disabled. */
export function busyButton(props: object) {
  const { disabled, ...root } = props as Root
  // What it says comes with the rest.
  // oxlint-disable-next-line jsx-a11y/anchor-has-content
  if (root.href !== undefined) return <a {...root} />
  if (!root['data-loading']) return <button {...root} disabled={disabled} />
  return <button {...root} aria-disabled onClick={nothing} />
}
