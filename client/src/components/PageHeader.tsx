import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  title: string
  /** What stands on the right of the title. */
  children?: ReactNode
  hidden?: boolean
}

/** The page's name: in the tab, as its h1, and announced by taking the focus when one comes from another page. */
export function PageHeader({ title, children, hidden }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ServiceDesk`
  }, [title])
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
