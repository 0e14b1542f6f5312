const browsers = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const

const systems = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const

const find = (text: string, list: readonly (readonly [string, RegExp])[]) =>
  list.find(([, pattern]) => pattern.test(text))?.[0]

/** What people call a browser, out of what it calls itself; its own words when it is none of the usual ones. */
export function browserName(agent: string | null): string | null {
  if (!agent) return null
  const browser = find(agent, browsers)
  if (!browser) return agent.split(' ')[0]!
  const system = find(agent, systems)
  return system ? `${browser} · ${system}` : browser
}
