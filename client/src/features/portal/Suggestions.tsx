/** What may help before a ticket is needed: a known outage to join, one of my own tickets about the same. */
export function Suggestions(_props: { text: string }) {
  return null
}
