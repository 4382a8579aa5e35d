import { nodeId } from '../../bodies/names.ts'
import type { Label, Repository } from '../../store.ts'
import { connection, type PageArguments } from '../connection.ts'

/** A label as GraphQL shows it. */
export function labelNode(label: Label) {
  const { id, name, color, description } = label
  return { id: nodeId('Label', id), name, color, description }
}

interface LabelArguments extends PageArguments {
  readonly query?: string | null
  readonly orderBy?: { readonly direction: 'ASC' | 'DESC'; readonly field: string } | null
}

/** Labels of a repository. */
export function labelFields(repository: Repository) {
  return {
    labels: (bounds: LabelArguments) => {
      const words = (bounds.query ?? '').toLowerCase()
      const isIt = ({ name, description }: Label) =>
        `${name} ${description ?? ''}`.toLowerCase().includes(words)
      const found = [...repository.labels.values()].filter(isIt).toSorted(orderOf(bounds))
      return connection('labels', found, bounds, labelNode)
    },
  }
}

function orderOf({ orderBy }: LabelArguments) {
  const sign = orderBy?.direction === 'DESC' ? -1 : 1
  return (a: Label, b: Label) =>
    sign * (orderBy?.field === 'NAME' ? a.name.localeCompare(b.name) : a.id - b.id)
}
