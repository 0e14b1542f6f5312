// What a page may weigh, gzip: the entry and what it always loads, then each page over it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = join(import.meta.dirname, '../dist')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
const size = (file) => gzipSync(readFileSync(join(dist, file))).length / 1000

function closure(keys) {
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key) || !manifest[key]) return
    seen.add(key)
    for (const next of manifest[key].imports ?? []) visit(next)
  }
  keys.forEach(visit)
  return seen
}

const sum = (keys, pick) => {
  const files = new Set([...keys].flatMap((key) => pick(manifest[key])))
  return [...files].reduce((total, file) => total + size(file), 0)
}
const script = (chunk) => [chunk.file].filter((file) => file.endsWith('.js'))
const style = (chunk) => chunk.css ?? []

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const frame = Object.keys(manifest).filter((key) => key.startsWith('src/routes/_app.tsx'))
const texts = Object.keys(manifest).filter((key) => key.endsWith('locales/fr/common.json'))
const first = closure([entry, ...frame, ...texts])
const route = (path) => Object.keys(manifest).filter((key) => key.startsWith(`src/routes/${path}.tsx`))
const area = (name) => Object.keys(manifest).filter((key) => key.endsWith(`locales/fr/${name}.json`))

let failed = false
function hold(name, kilobytes, limit) {
  const ok = kilobytes <= limit
  failed ||= !ok
  console.log(`   ${ok ? ' ' : '!'} ${name.padEnd(34)} ${kilobytes.toFixed(1).padStart(6)} kB of ${limit}`)
}

hold('entry, with frame and words', sum(first, script), 175)
hold('first style sheets', sum(first, style), 20)
const pages = [
  ['portal home', [...route('_app/help/index'), ...area('portal')], 190],
  ['queue', [...route('_app/desk/queues.$view'), ...area('desk')], 205],
]
for (const [name, keys, limit] of pages) {
  if (keys.length > 1) hold(`entry + ${name}`, sum(closure([entry, ...frame, ...texts, ...keys]), script), limit)
}
const entryKeys = new Set(first)
for (const key of Object.keys(manifest)) {
  if (!manifest[key].isDynamicEntry || entryKeys.has(key)) continue
  const extra = [...closure([key])].filter((each) => !entryKeys.has(each))
  const kilobytes = sum(extra, script)
  if (kilobytes > 60) hold(`lazy: ${key.replace(/\?.*/, '')}`, kilobytes, 150)
}
process.exit(failed ? 1 : 0)
