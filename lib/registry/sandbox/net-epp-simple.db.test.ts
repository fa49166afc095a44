import { execFile, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, type RegistryUnderTest, startRegistryUnderTest } from './registry-under-test'

const installed = spawnSync('perl', ['-MNet::EPP::Simple', '-e', '1']).status === 0
const title = installed ? 'Net::EPP::Simple' : 'Net::EPP::Simple (skipped: libnet-epp-perl is not installed)'

describe.skipIf(!installed)(title, () => {
  let registry: RegistryUnderTest
  beforeAll(async () => {
    registry = await startRegistryUnderTest()
  })
  afterAll(() => registry.stop())

  test('logs in with the authority verified and leads a name through its life', async () => {
    const script = fileURLToPath(new URL('./net-epp-simple.pl', import.meta.url))
    const args = [
      script,
      registry.port,
      registry.certificates.caFile,
      'tenure',
      PASSWORD,
      'perl.vn',
      '2029-03-02',
    ]
    const { stdout } = await promisify(execFile)('perl', args.map(String))
    expect(stdout.trim().split('\n').at(-1)).toBe('logout')
  })
})
