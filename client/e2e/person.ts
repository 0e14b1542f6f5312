import { createHmac, randomUUID } from 'node:crypto'
import { expect, request, type APIResponse, type Page } from '@playwright/test'
import { password as demoPassword } from './desk'

export interface Person {
  id: string
  userName: string
  name: string
  password: string
  /** Has been used: it is good for nothing any more. */
  resetCode: string
}

interface Wanted {
  role?: string
  language?: 'en' | 'fr'
}

const at = (path: string) => `${process.env.E2E_URL}/api/v1${path}`

async function answer<T>(response: APIResponse): Promise<T> {
  if (!response.ok()) throw new Error(`${response.url()}: ${response.status()} ${await response.text()}`)
  return (await response.json()) as T
}

/** Somebody new with a password of their own, so that a test changes nobody's account but theirs. */
export async function newPerson({ role = 'employee', language = 'en' }: Wanted = {}): Promise<Person> {
  const context = await request.newContext()
  try {
    const credentials = { userName: 'admin', password: demoPassword }
    const session = await answer<{ antiforgeryToken: string }>(
      await context.post(at('/session'), { data: credentials }),
    )
    const headers = { 'X-XSRF-TOKEN': session.antiforgeryToken }
    const userName = `p${randomUUID().replaceAll('-', '').slice(0, 12)}`
    const name = `Robin ${userName}`
    const data = { userName, name, language, timeZone: 'Europe/Paris', vip: false, roles: [role] }
    const { id } = await answer<{ id: string }>(await context.post(at('/users'), { headers, data }))
    const link = await context.post(at(`/users/${id}/reset-link`), { headers, data: {} })
    const { code } = await answer<{ code: string }>(link)
    const password = `Quiet-meadow-${userName}`
    const reset = await context.post(at('/session/reset'), { data: { code, newPassword: password } })
    expect(reset.status()).toBe(204)
    return { id, userName, name, password, resetCode: code }
  } finally {
    await context.dispose()
  }
}

export type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>

/** A demo account at work elsewhere, without a browser of its own. */
export async function caller(userName: string): Promise<{ call: Call; leave: () => Promise<void> }> {
  const context = await request.newContext()
  const session = await answer<{ antiforgeryToken: string }>(
    await context.post(at('/session'), { data: { userName, password: demoPassword } }),
  )
  const headers = { 'X-XSRF-TOKEN': session.antiforgeryToken }
  const call: Call = async (method, path, data) => answer(await context.fetch(at(path), { method, headers, data }))
  return { call, leave: () => context.dispose() }
}

/** Fills in the sign-in page; what comes of it is the test's to see. */
export async function fillSignIn(page: Page, { userName, password = demoPassword }: Partial<Person>): Promise<void> {
  await page.locator('[name=username]').fill(userName!)
  await page.locator('[name=password]').fill(password)
  await page.keyboard.press('Enter')
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function bytesOf(secret: string): Buffer {
  const bits = secret
    .replaceAll(/[\s=]/g, '')
    .split('')
    .map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** What an authenticator shows for a secret (RFC 6238: SHA-1, six digits, thirty seconds). */
export function totp(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const offset = hash.at(-1)! & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
