import { Button, MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { theme } from './theme'

afterEach(cleanup)

it('keeps the focus and does nothing while it is busy', async () => {
  const click = vi.fn()
  const submit = vi.fn()
  const form = (busy: boolean) => (
    <MantineProvider theme={theme} env="test">
      <form onSubmit={submit}>
        <Button type="submit" loading={busy} onClick={click}>
          Save
        </Button>
      </form>
    </MantineProvider>
  )
  const { rerender } = render(form(false))
  const button = screen.getByRole('button')
  button.focus()
  rerender(form(true))
  expect(button).toHaveFocus()
  expect(button).toHaveAttribute('aria-disabled', 'true')
  await userEvent.click(button)
  await userEvent.keyboard('{Enter}')
  expect(click).not.toHaveBeenCalled()
  expect(submit).not.toHaveBeenCalled()
})

it('is a link where it leads somewhere', () => {
  render(
    <MantineProvider theme={theme} env="test">
      <Button component="a" href="/file">
        Get it
      </Button>
    </MantineProvider>,
  )
  expect(screen.getByRole('link')).toHaveAttribute('href', '/file')
})
