import { type CallTree, entries } from '../tree/call-tree.ts'

const mostLevels = 4
const mostWorkflows = 20

/** More levels or different called files than every GitHub accepts; the caller's own file is the first level. */
export function checkLimits(tree: CallTree): string[] {
  const all = [...entries(tree)]
  const deepest = all.reduce((longest, entry) =>
    entry.path.length > longest.path.length ? entry : longest,
  )
  const levels = deepest.path.length + 1
  const files = new Set(all.slice(1).map((entry) => `${entry.tree.origin}:${entry.tree.file}`))
  return [
    ...(levels > mostLevels
      ? [
          `${deepest.path.join(' / ')}: ${levels} levels of workflows, at most ${mostLevels} are allowed`,
        ]
      : []),
    ...(files.size > mostWorkflows
      ? [`${files.size} different workflows are called, at most ${mostWorkflows} are allowed`]
      : []),
  ]
}
