import { execFileSync } from 'node:child_process'
import { defineConfig } from '@playwright/test'

// The workers read this file again: they must find the port that was chosen first.
process.env.E2E_URL ??= `http://127.0.0.1:${execFileSync(process.execPath, [
  '-e',
  "const s=require('node:net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})",
])
  .toString()
  .trim()}`

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  fullyParallel: false,
  workers: 1,
  // Room for a machine that does other things as well: what is not there after half a minute does not come.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: process.env.E2E_URL,
    viewport: { width: 1280, height: 800 },
    trace: 'off',
    // Nothing is waited for that only moves to please.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // One site alone: a process for each of its pages only costs time.
        '--disable-site-isolation-trials',
        '--renderer-process-limit=1',
      ],
    },
  },
  // E2E_EXTERNAL=1 with E2E_URL tests a server that runs already.
  webServer: process.env.E2E_EXTERNAL
    ? undefined
    : {
        command: 'node scripts/server.mjs',
        url: `${process.env.E2E_URL}/health/ready`,
        timeout: 180_000,
        reuseExistingServer: false,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
        stdout: 'ignore',
      },
})
