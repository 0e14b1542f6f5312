// Before the first paint: the language and theme of last time, so that nothing flashes.
;(function () {
  var root = document.documentElement
  var language, theme
  try {
    language = localStorage.getItem('language')
    theme = localStorage.getItem('theme')
  } catch (_) {}
  root.lang = language || ((navigator.language || 'fr').slice(0, 2) === 'en' ? 'en' : 'fr')
  var dark = theme === 'dark' || ((theme || 'system') === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  if (theme === 'contrast') root.setAttribute('data-contrast', 'high')
})()
