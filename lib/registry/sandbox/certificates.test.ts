import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { X509Certificate } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '@/lib/kernel/clock'
import { ensureCertificates } from './certificates'

const DAY = 86_400_000
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certificates-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('several starts at once agree on one authority and leave no half-made file', async () => {
  const now = systemClock.now()
  const all = await Promise.all(Array.from({ length: 8 }, () => ensureCertificates(folder, now)))
  expect(new Set(all.map((one) => one.ca)).size).toBe(1)
  const ca = new X509Certificate(all[0]!.ca)
  for (const { cert } of all) expect(new X509Certificate(cert).verify(ca.publicKey)).toBe(true)
  expect(readdirSync(join(folder, 'certificates')).sort()).toEqual([
    'authority-1.pem',
    'ca.pem',
    'server.pem',
  ])
  for (const file of ['authority-1.pem', 'server.pem']) {
    expect(statSync(join(folder, 'certificates', file)).mode & 0o777).toBe(0o600)
  }
})

test('a certificate is used until 30 days before its end, then renewed under the same authority', async () => {
  const now = systemClock.now()
  const first = await ensureCertificates(folder, now)
  expect((await ensureCertificates(folder, new Date(now.getTime() + 330 * DAY))).cert).toBe(first.cert)
  const renewed = await ensureCertificates(folder, new Date(now.getTime() + 340 * DAY))
  expect(renewed.cert).not.toBe(first.cert)
  expect(renewed.ca).toBe(first.ca)
  const next = await ensureCertificates(folder, new Date(now.getTime() + 3_640 * DAY))
  expect(next.ca).not.toBe(first.ca)
})

test('it is for localhost and its addresses', async () => {
  const { cert } = await ensureCertificates(folder, systemClock.now())
  const certificate = new X509Certificate(cert)
  expect(certificate.checkHost('localhost')).toBe('localhost')
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1')
})
