import { createTheme, type CSSVariablesResolver, type VariantColorsResolver } from '@mantine/core'
import { createStore } from '~/lib/store'
import { busyButton } from './busy-button'

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type ThemeName = (typeof themes)[number]

const stored = () => {
  try {
    return themes.find((theme) => theme === localStorage.getItem('theme')) ?? 'system'
  } catch {
    return 'system'
  }
}

export const themeName = createStore<ThemeName>(stored())

const wantsDark = matchMedia('(prefers-color-scheme: dark)')
const schemeOf = (theme: ThemeName): 'light' | 'dark' =>
  theme === 'dark' || (theme === 'system' && wantsDark.matches) ? 'dark' : 'light'

export const scheme = createStore(schemeOf(themeName.get()))
wantsDark.addEventListener('change', () => scheme.set(schemeOf(themeName.get())))

export function chooseTheme(theme: ThemeName): void {
  try {
    localStorage.setItem('theme', theme)
  } catch {
    // It lasts until the page is closed then.
  }
  themeName.set(theme)
  scheme.set(schemeOf(theme))
  if (theme === 'contrast') document.documentElement.setAttribute('data-contrast', 'high')
  else document.documentElement.removeAttribute('data-contrast')
}

// Every variant is drawn from our tokens, so that three themes need no fourth place of colours.
const variants: VariantColorsResolver = ({ variant, color }) => {
  const danger = color === 'danger'
  const strong = danger ? 'var(--danger)' : 'var(--accent)'
  const soft = danger ? 'var(--danger-soft)' : 'var(--accent-soft)'
  if (variant === 'filled') {
    const hover = danger ? 'var(--danger)' : 'var(--accent-hover)'
    return {
      background: strong,
      hover,
      color: danger ? 'var(--on-danger)' : 'var(--on-accent)',
      border: '1px solid transparent',
    }
  }
  if (variant === 'light') return { background: soft, hover: soft, color: strong, border: '1px solid transparent' }
  if (variant === 'subtle' || variant === 'transparent') {
    const text = color === 'gray' ? 'var(--text)' : strong
    return { background: 'transparent', hover: 'var(--surface-2)', color: text, border: '1px solid transparent' }
  }
  const text = danger ? 'var(--danger)' : 'var(--text)'
  return {
    background: 'var(--surface-1)',
    hover: 'var(--surface-2)',
    color: text,
    border: '1px solid var(--line-strong)',
  }
}

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'DejaVu Sans Mono', monospace",
  defaultRadius: 4,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: variants,
  components: {
    Button: { defaultProps: { size: 'sm', renderRoot: busyButton } },
    ActionIcon: { defaultProps: { renderRoot: busyButton } },
    Select: { defaultProps: { comboboxProps: { withinPortal: false } } },
  },
})

export const variables: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--surface-1)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-bright': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-dim)',
    '--mantine-color-placeholder': 'var(--text-dim)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-default': 'var(--surface-1)',
    '--mantine-color-default-hover': 'var(--surface-2)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-light': 'var(--accent-soft)',
    '--mantine-primary-color-light-color': 'var(--accent)',
    '--mantine-color-blue-filled': 'var(--accent)',
    '--mantine-color-disabled': 'var(--surface-2)',
    '--mantine-color-disabled-color': 'var(--text-dim)',
    '--mantine-color-disabled-border': 'var(--line)',
  }
  return { variables: {}, light: ours, dark: ours }
}
