import * as v from 'valibot'

// What addresses may say. It is loaded with the routes, before any page: which words are known is the pages' to say.
const word = v.fallback(v.optional(v.string()), undefined)

/** The days (the last so many, or two dates) and which tickets: what goes along from one page of the figures to the next. */
const kept = { last: word, from: word, to: word, teamId: word, priority: word, serviceId: word, siteId: word }

/** What else each report can be asked for. */
export const reportSearch = v.object({ ...kept, by: word, target: word, interval: word, of: word, holder: word })

export type ReportSearch = v.InferOutput<typeof reportSearch>

export const boardSearch = v.object({ ...kept, by: word })

export const listSearch = v.object({ q: word, sort: word, filter: word })
