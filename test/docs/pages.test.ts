import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { filesIn, textOf } from '../../scripts/files.ts'
import { exampleWorkflows } from '../../scripts/workflows/model.ts'
import { home } from '../house/tree.ts'

const pages = filesIn(home, '*.md', 'docs/**/*.md', 'actions/*/README.md', 'examples/*/README.md')
const textIn = (path: string) => textOf(home, path) ?? ''

/** As GitHub makes them from headings. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  )

test('every link inside the repository leads to a file, and to a heading where it names one', () => {
  const broken = pages.flatMap((page) =>
    [...textIn(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].flatMap(
      ([link, path = '', anchor]) => {
        const target = path === '' ? page : join(dirname(page), path)
        if (!existsSync(join(home, target))) return [`${page}: ${link}`]
        return anchor === undefined || anchorsOf(textIn(target)).includes(anchor)
          ? []
          : [`${page}: ${link} has no such heading`]
      },
    ),
  )
  expect(broken).toEqual([])
})

interface Command {
  readonly page: string
  readonly file: string
  readonly inputs: readonly (readonly [string, string])[]
}

/** The `gh workflow run` commands of the pages, continued lines joined. */
const commands: readonly Command[] = pages.flatMap((page) =>
  [
    ...textIn(page)
      .replaceAll(/\\\n\s*/g, '')
      .matchAll(/gh workflow run (\S+\.yml)([^`\n]*)/g),
  ].map(([, file = '', rest = '']) => ({
    page,
    file,
    inputs: [...rest.matchAll(/-f ([\w-]+)=("[^"]*"|\S+)/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('"', '')] as const,
    ),
  })),
)

test('every workflow run command of the pages gives what its file asks for', () => {
  const wrong = commands.flatMap(({ page, file, inputs }) => {
    const declared = exampleWorkflows(home).find(({ path }) => path.endsWith(`/${file}`))?.on
      .workflow_dispatch?.inputs
    if (declared === undefined) return [`${page}: ${file} cannot be dispatched`]
    const given = inputs.map(([name]) => name)
    return [
      ...given
        .filter((name) => !(name in declared))
        .map((name) => `${page}: ${file} has no ${name}`),
      ...Object.entries(declared)
        .filter(
          ([name, field]) =>
            field?.required && field.default === undefined && !given.includes(name),
        )
        .map(([name]) => `${page}: ${file} needs ${name}`),
      ...inputs
        .filter(([name, value]) => declared[name]?.options?.includes(value) === false)
        .map(([name, value]) => `${page}: ${file} does not offer ${name}=${value}`),
    ]
  })
  expect(wrong).toEqual([])
  expect(commands.map(({ file }) => file)).toContain('release-rollback.yml')
})

test('the runbook has a line, and the picture a node, for every job of the pipeline', () => {
  const jobs = pipelineJobs()
  const runbook = textIn('docs/runbook.md')
  const [, picture = ''] = textIn('README.md').split('```mermaid')
  expect(jobs).toContain('deploy-release')
  expect(jobs.filter((job) => !runbook.includes(`| \`${job}\` |`))).toEqual([])
  expect(jobs.filter((job) => !picture.includes(job))).toEqual([])
})

/** The job ids of the pipeline, from the file itself. */
function pipelineJobs(): readonly string[] {
  const text = textIn('.github/workflows/orchestrated-release-pipeline.yml')
  const [, below = ''] = text.split('\njobs:\n')
  return [...below.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, id = '']) => id)
}
