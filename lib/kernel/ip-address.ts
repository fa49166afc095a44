const IPV4 = /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/

/** Whether a text is an IPv4 address (dotted decimal) or an IPv6 address (RFC 4291). Runs in a browser too. */
export function isIpAddress(text: string): boolean {
  if (IPV4.test(text)) return true
  return /^[0-9a-f:.]+$/i.test(text) && text.includes(':') && URL.canParse(`http://[${text}]/`)
}
