import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Named } from '~/api/types'
import { recordQuery } from '~/data/admin/resource'

const paths: Record<string, string> = {
  user: '/users',
  team: '/teams',
  site: '/sites',
  department: '/departments',
  role: '/roles',
}

/** A record by its name when it can still be read, else by its id; plain where it stands in something that is pressed itself. */
export function RecordName({ entity, id, plain }: { entity: string; id: string; plain?: boolean }) {
  // The row of an account has the id of its person, that of a membership the team's and the person's.
  const kind = entity === 'account' ? 'user' : entity
  const path = paths[kind]
  const { data } = useQuery({ ...recordQuery<Named>(`${path}/${id}`), enabled: path !== undefined, retry: false })
  if (entity === 'teamMember' && id.includes('/')) {
    const [team = '', user = ''] = id.split('/')
    return (
      <>
        <RecordName entity="team" id={team} plain={plain} />, <RecordName entity="user" id={user} plain={plain} />
      </>
    )
  }
  if (!data) return <code>{id.length > 13 ? `…${id.slice(-12)}` : id}</code>
  if (kind === 'user' && !plain)
    return (
      <Link to="/admin/users/$id" params={{ id }}>
        {data.name}
      </Link>
    )
  if (kind === 'team' && !plain)
    return (
      <Link to="/admin/teams/$id" params={{ id }}>
        {data.name}
      </Link>
    )
  return <strong>{data.name}</strong>
}
