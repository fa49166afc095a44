/**
 * The sandbox registry's TLS certificates: an authority of its own and a certificate for this machine.
 *
 * Each file is complete when it appears under its name, and the authority of a generation is whoever's file
 * came first, so that several processes may start at once.
 */
import 'reflect-metadata'
import { randomBytes, webcrypto, X509Certificate } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate as SigningCertificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

export interface Certificates {
  /** PEM of the authority, for clients; also in the file `caFile`. */
  readonly ca: string
  readonly caFile: string
  readonly cert: string
  readonly key: string
}

const DAY = 86_400_000
const RENEW_BEFORE_DAYS = 30
const AUTHORITY_DAYS = 3650
const LEAF_DAYS = 365
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** Where the authority's certificate is, once {@link ensureCertificates} has run with that data folder. */
export function caFile(dataDir: string): string {
  return join(dataDir, 'certificates', 'ca.pem')
}

/** The certificates in `<dataDir>/certificates`, made or renewed when fewer than 30 days are left at `now`. */
export async function ensureCertificates(dataDir: string, now: Date): Promise<Certificates> {
  const dir = join(dataDir, 'certificates')
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const authority = await ensureAuthority(dir, now)
  const ca = certificatesIn(authority)
  if (readIfThere(caFile(dataDir)) !== ca) replaceFile(caFile(dataDir), ca, 0o644)
  const leafFile = join(dir, 'server.pem')
  let leaf = readIfThere(leafFile)
  if (leaf === undefined || !isGood(leaf, now) || !isSignedBy(leaf, ca)) {
    leaf = await makeLeaf(authority, now)
    replaceFile(leafFile, leaf, 0o600)
  }
  return { ca, caFile: caFile(dataDir), cert: certificatesIn(leaf), key: keyIn(leaf) }
}

/** The newest generation that is good, else the next one. */
async function ensureAuthority(dir: string, now: Date): Promise<string> {
  const generations = readdirSync(dir)
    .map((file) => Number(/^authority-(\d+)\.pem$/.exec(file)?.[1] ?? 0))
    .sort((a, b) => b - a)
  const newest = generations[0] ?? 0
  if (newest > 0) {
    const pem = readFileSync(join(dir, `authority-${newest}.pem`), 'utf8')
    if (isGood(pem, now)) return pem
  }
  const file = join(dir, `authority-${newest + 1}.pem`)
  createFile(file, await makeAuthority(now), 0o600)
  return readFileSync(file, 'utf8')
}

async function makeAuthority(now: Date): Promise<string> {
  const keys = await newKeys()
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(16).toString('hex'),
    name: 'CN=Tenure sandbox registry authority',
    ...validity(now, AUTHORITY_DAYS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return `${await privatePem(keys)}\n${certificate.toString('pem')}\n`
}

async function makeLeaf(authority: string, now: Date): Promise<string> {
  const keys = await newKeys()
  const issuer = new SigningCertificate(certificatesIn(authority))
  const certificate = await X509CertificateGenerator.create({
    serialNumber: randomBytes(16).toString('hex'),
    subject: 'CN=localhost',
    issuer: issuer.subject,
    ...validity(now, LEAF_DAYS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: await signingKey(keyIn(authority)),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return `${await privatePem(keys)}\n${certificate.toString('pem')}\n`
}

/** From an hour ago, for clocks that are behind. */
function validity(now: Date, days: number) {
  return { notBefore: new Date(now.getTime() - 3_600_000), notAfter: new Date(now.getTime() + days * DAY) }
}

async function newKeys() {
  cryptoProvider.set(webcrypto as Crypto)
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<CryptoKeyPair>
}

async function privatePem(keys: CryptoKeyPair): Promise<string> {
  return PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
}

function signingKey(pem: string) {
  const bytes = PemConverter.decodeFirst(pem)
  return webcrypto.subtle.importKey('pkcs8', bytes, ALGORITHM, false, ['sign']) as Promise<CryptoKey>
}

function certificatesIn(pem: string): string {
  return `${block(pem, 'CERTIFICATE')}\n`
}

function keyIn(pem: string): string {
  return `${block(pem, 'PRIVATE KEY')}\n`
}

function block(pem: string, label: string): string {
  const found = new RegExp(`-----BEGIN ${label}-----[\\s\\S]+?-----END ${label}-----`).exec(pem)?.[0]
  if (found === undefined) throw new Error(`a certificate file lacks its ${label.toLowerCase()}`)
  return found
}

function isGood(pem: string, now: Date): boolean {
  const until = new Date(new X509Certificate(certificatesIn(pem)).validTo)
  return until.getTime() - now.getTime() > RENEW_BEFORE_DAYS * DAY
}

function isSignedBy(leaf: string, ca: string): boolean {
  return new X509Certificate(certificatesIn(leaf)).verify(new X509Certificate(ca).publicKey)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function replaceFile(file: string, text: string, mode: number): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(temporary, text, { mode })
  renameSync(temporary, file)
}

/** Puts the file there unless another process was first. */
function createFile(file: string, text: string, mode: number): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(temporary, text, { mode })
  try {
    linkSync(temporary, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(temporary)
  }
}
