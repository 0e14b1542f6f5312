// Every check of the client, one after the other; what fails does not stop the rest.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

process.chdir(join(import.meta.dirname, '..'))
let failed = 0

function step(name, act) {
  const begin = Date.now()
  console.log(`-- client: ${name}`)
  let ok = false
  try {
    ok = act() !== false
  } catch (error) {
    console.error(error.message)
  }
  console.log(`   ${ok ? 'ok' : 'FAILED'} (${Math.round((Date.now() - begin) / 1000)} s)`)
  if (!ok) failed += 1
}

const run = (script) => spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' }).status === 0

step('types of the contract are current', () => {
  if (!existsSync('../openapi.yaml')) return console.log('   openapi.yaml is not there yet')
  const folder = mkdtempSync(join(tmpdir(), 'schema-'))
  const made = join(folder, 'schema.d.ts')
  execFileSync('node_modules/.bin/openapi-typescript', [
    '../openapi.yaml',
    '-o',
    made,
    '--root-types',
    '--root-types-no-schema-prefix',
  ])
  const same = readFileSync(made, 'utf8') === readFileSync('src/api/schema.d.ts', 'utf8')
  rmSync(folder, { recursive: true })
  if (!same) console.log('   src/api/schema.d.ts is stale: run npm run gen:api')
  return same
})
step('types', () => run('typecheck'))
step('lint', () => run('lint'))
step('format', () => run('format:check'))
step('unit tests', () => run('test'))
step('build', () => run('build'))
step('budgets', () => run('budgets'))
step('browser tests', () => run('e2e'))
process.exit(failed === 0 ? 0 : 1)
