// A throw-away server for the browser tests: its own port, data folder and demo accounts.
import { spawn, execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const newest = ['debug', 'release']
  .map((kind) => join(root, 'artifacts/bin/Api', kind, 'ServiceDesk.Api.dll'))
  .filter((file) => existsSync(file))
  .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
if (!newest) execFileSync('dotnet', ['build', join(root, 'src/Api'), '-nologo', '-v', 'quiet'], { stdio: 'inherit' })

const data = mkdtempSync(join(tmpdir(), 'servicedesk-e2e-'))
// The database's own unprivileged user goes through here.
chmodSync(data, 0o755)
const server = spawn('dotnet', [newest ?? join(root, 'artifacts/bin/Api/debug/ServiceDesk.Api.dll')], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ASPNETCORE_ENVIRONMENT: 'Development',
    ASPNETCORE_CONTENTROOT: join(root, 'src/Api'),
    ASPNETCORE_URLS: process.env.E2E_URL ?? 'http://127.0.0.1:8090',
    SERVICEDESK_DATA: data,
    SERVICEDESK_DEMO: 'true',
    Logging__LogLevel__Default: 'Warning',
  },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'))
server.on('exit', (code) => {
  rmSync(data, { recursive: true, force: true })
  process.exit(code ?? 1)
})
