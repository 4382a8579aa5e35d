/** Hostile texts as GitHub says them to real processes of every action. */
import { allActions, complaints, runAll } from '../actions/all-actions.ts'
import { json, serve } from '../actions/server.ts'
import { references, rendered } from './rendered.ts'
import { commandsIn } from './runner.ts'
import { texts } from './texts.ts'

const OURS = ['add-mask', 'error']

/** What went wrong in runs of every action, each of which is refused with a text of its own. */
export async function refusals(seed: number, rounds: number): Promise<readonly string[]> {
  const said = texts(seed, Number.POSITIVE_INFINITY)
  await using github = await serve((_, response) =>
    json(response, { message: said.next().value ?? '' }, 403),
  )
  const row = { inputs: {}, github: github.url }
  const actions = Array.from({ length: rounds }, allActions).flat()
  const rows = actions.map((action) => ({ action, options: { ...row, inputs: action.good } }))
  return (await runAll(rows)).flatMap(({ action, run }) => {
    const commands = commandsIn(run.log).map(({ name }) => name)
    const { shape, words } = rendered(run.summary)
    const found = [
      ...complaints(action, run),
      ...commands.filter((name) => !OURS.includes(name)),
      ...references(words.replaceAll(/\{owner\}|\{repo\}/g, '')),
      ...(/"(?:html|link|image|footnote)/.test(shape) ? [`not only text: ${shape}`] : []),
    ]
    return found.map((what) => `${action.name}: ${what}: ${JSON.stringify(run.outputs.reason)}`)
  })
}
