/** Beginning a session (RFC 5730 §2.9.1.1). */
import type { Pool } from 'pg'
import { EXTENSION_URIS, OBJECT_URIS } from '../epp/namespaces'
import { childOf, childrenOf, textOf, type XmlNode } from '../epp/xml-node'
import { required } from './context'
import { CommandRefused } from './reply'
import { hashSecret, isSecret } from './secrets'

export interface LoggedIn {
  readonly registrar: string
  readonly announced: ReadonlySet<string>
}

const PASSWORD = /^.{8,64}$/u

/** Checks the options and the password. Refused 2100, 2102, 2103, 2307, 2200. */
export async function logIn(pool: Pool, login: XmlNode): Promise<LoggedIn> {
  const registrar = required(login, 'epp:clID')
  const password = required(login, 'epp:pw')
  const announced = announcedUris(login)
  const { rows } = await pool.query<{ password_hash: string }>(
    'select password_hash from sandbox_registry.registrar where id = $1',
    [registrar],
  )
  if (!(await isSecret(password, rows[0]?.password_hash))) {
    throw new CommandRefused(2200, 'client id or password is wrong')
  }
  const newPassword = textOf(login, 'epp:newPW')
  if (newPassword !== undefined) await changePassword(pool, registrar, newPassword)
  return { registrar, announced }
}

function announcedUris(login: XmlNode): ReadonlySet<string> {
  const options = childOf(login, 'epp:options')
  if (textOf(options, 'epp:version') !== '1.0') throw new CommandRefused(2100, 'the version is 1.0')
  if (textOf(options, 'epp:lang') !== 'en') throw new CommandRefused(2102, 'the language is en')
  const services = childOf(login, 'epp:svcs')
  const objects = childrenOf(services, 'epp:objURI').map((uri) => uri.text)
  const extensions = childrenOf(childOf(services, 'epp:svcExtension'), 'epp:extURI').map((uri) => uri.text)
  const strange = objects.find((uri) => !OBJECT_URIS.some((known) => known === uri))
  if (strange !== undefined) throw new CommandRefused(2307, 'an object service not in the greeting')
  const foreign = extensions.find((uri) => !EXTENSION_URIS.some((known) => known === uri))
  if (foreign !== undefined) throw new CommandRefused(2103, 'an extension not in the greeting')
  return new Set([...objects, ...extensions])
}

async function changePassword(pool: Pool, registrar: string, password: string): Promise<void> {
  if (!PASSWORD.test(password)) throw new CommandRefused(2005, 'a password has 8 to 64 characters')
  await pool.query('update sandbox_registry.registrar set password_hash = $2 where id = $1', [
    registrar,
    await hashSecret(password),
  ])
}
