import { EXTENSION_URIS, OBJECT_URIS } from '../epp/namespaces'
import { tag, tags, writeEpp } from '../epp/xml-tag'

/** RFC 5730 §2.4: who answers, what it speaks and what it does with data. */
export function writeGreeting(now: Date): string {
  return writeEpp(
    tag('epp:greeting', [
      tag('epp:svID', 'Tenure sandbox registry'),
      tag('epp:svDate', now.toISOString()),
      tag('epp:svcMenu', [
        tag('epp:version', '1.0'),
        tag('epp:lang', 'en'),
        ...tags('epp:objURI', OBJECT_URIS),
        tag('epp:svcExtension', tags('epp:extURI', EXTENSION_URIS)),
      ]),
      tag('epp:dcp', [
        tag('epp:access', [tag('epp:all')]),
        tag('epp:statement', [
          tag('epp:purpose', [tag('epp:admin'), tag('epp:prov')]),
          tag('epp:recipient', [tag('epp:ours'), tag('epp:public')]),
          tag('epp:retention', [tag('epp:stated')]),
        ]),
      ]),
    ]),
  )
}
