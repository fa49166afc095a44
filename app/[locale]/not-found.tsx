import { NotOnFile } from '@/components/shell/not-on-file'

/** What a page shows whose subject is not on file, or not the reader's to see. */
export default function NotFound() {
  return <NotOnFile />
}
