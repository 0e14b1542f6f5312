import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  title: string
  /** Stands before it in the tab: a ticket is found by its number. */
  reference?: string
  /** What stands on the right of the title. */
  children?: ReactNode
  hidden?: boolean
}

/** The page's name: in the tab, as its h1, and announced by taking the focus when one comes from another page. */
export function PageHeader({ title, reference, children, hidden }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${reference ? `${reference} ` : ''}${title} · ServiceDesk`
  }, [title, reference])
  useEffect(() => {
    const typing = document.activeElement instanceof HTMLElement && document.activeElement.matches('input, textarea')
    if (!typing) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={hidden ? 'visually-hidden' : 'between'}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  )
}
