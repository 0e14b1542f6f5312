import { useFormat } from '~/i18n/format'
import { useNow } from '~/lib/clock'

/** How long ago, with the full date one hover away. */
export function TimeAgo({ at }: { at: string }) {
  const format = useFormat()
  return (
    <time dateTime={at} title={format.full(at)}>
      {format.ago(at, useNow())}
    </time>
  )
}
