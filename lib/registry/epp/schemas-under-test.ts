/** The IETF's schemas for tests, when they lie beside the checkout in `shared/epp-xsd`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  xmlCleanupInputProvider,
  XmlBufferInputProvider,
  XmlDocument,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm'

const FOLDER = fileURLToPath(new URL('../../../../shared/epp-xsd', import.meta.url))

/** Why the schemas cannot be used; `undefined` when they can. */
export const noSchemas = existsSync(join(FOLDER, 'epp.xsd')) ? undefined : '../shared/epp-xsd is absent'

/** Gives the complaints of the schemas about a document, none when it is valid. */
export function openSchemas(): { complaints: (xml: string) => string[]; close: () => void } {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.xsd'))
  xmlRegisterInputProvider(
    new XmlBufferInputProvider(
      Object.fromEntries(files.map((file) => [file, readFileSync(join(FOLDER, file))])),
    ),
  )
  const schema = XmlDocument.fromBuffer(readFileSync(join(FOLDER, 'epp.xsd')), { url: 'epp.xsd' })
  const validator = XsdValidator.fromDoc(schema)
  return {
    complaints: (xml) => {
      const doc = XmlDocument.fromString(xml)
      try {
        validator.validate(doc)
        return []
      } catch (error) {
        return [error instanceof Error ? error.message : String(error)]
      } finally {
        doc.dispose()
      }
    },
    close: () => {
      validator.dispose()
      schema.dispose()
      xmlCleanupInputProvider()
    },
  }
}
