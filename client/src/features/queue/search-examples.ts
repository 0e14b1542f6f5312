/** What the help of the search shows, by section; each is one the server understands. */
export const searchExamples = [
  { id: 'words', examples: ['words', 'quoted', 'number', 'subject'] },
  { id: 'people', examples: ['mine', 'nobody', 'teams', 'requester'] },
  { id: 'state', examples: ['state', 'waiting', 'sla', 'priority', 'range'] },
  { id: 'time', examples: ['created', 'due', 'updated', 'since'] },
  { id: 'combine', examples: ['not', 'or', 'list', 'has', 'tag', 'moves'] },
] as const
