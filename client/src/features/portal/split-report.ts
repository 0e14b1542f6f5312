const longest = 120

/** The first sentence is the title; the whole text stays when there is more. */
export function splitReport(text: string): { title: string; description: string | null } {
  const whole = text.trim()
  const line = whole.split('\n', 1)[0]!.trim()
  const sentence = /^.{8,}?[.!?](?=\s)/.exec(line)?.[0] ?? line
  const title = sentence.length <= longest ? sentence : `${sentence.slice(0, longest).replace(/\s+\S*$/, '')}…`
  return { title, description: title === whole ? null : whole }
}
