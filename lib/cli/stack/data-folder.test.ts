import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeDataFolder } from './data-folder'

const folder = () => mkdtempSync(join(tmpdir(), 'tenure-folder-'))

test('a folder that is not there is made, and taken', () => {
  const dir = join(folder(), 'of', 'this', 'installation')
  takeDataFolder(dir)
  expect(readFileSync(join(dir, 'running.pid'), 'utf8')).toBe(String(process.pid))
})

test('one on which another process runs is refused, with what to do', () => {
  const dir = folder()
  writeFileSync(join(dir, 'running.pid'), String(process.ppid))
  expect(() => takeDataFolder(dir)).toThrow(/already runs on .* stop it, or set DATA_DIR to another folder/)
  expect(readFileSync(join(dir, 'running.pid'), 'utf8')).toBe(String(process.ppid))
})

test('the lock of a process that is no more is taken over', () => {
  const dir = folder()
  writeFileSync(join(dir, 'running.pid'), '99999999')
  takeDataFolder(dir)
  expect(readFileSync(join(dir, 'running.pid'), 'utf8')).toBe(String(process.pid))
})

test('a file in its place is refused by the name of the setting', () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  expect(() => takeDataFolder(file)).toThrow(/^DATA_DIR is .*file, which cannot be used \(ENOTDIR\)/)
  expect(() => takeDataFolder(join(file, 'below'))).toThrow(/^DATA_DIR is/)
})

test.runIf(existsSync('/proc'))('a place where no folder can be made is refused at once', () => {
  expect(() => takeDataFolder('/proc/no/such/folder')).toThrow(/^DATA_DIR is \/proc\/no/)
})
