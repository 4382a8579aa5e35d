/** docs/reference/config.md: the tables of `.github/release-actions.yml` between the markers of the page. */
import { isMap, isNode, isScalar, parseDocument } from 'yaml'
import { textOf } from '../files.ts'
import { type Field, fieldsOf, type Schema } from './config-fields.ts'
import { meaningOf } from './config-meanings.ts'
import type { Generated, Page } from './page.ts'
import { code, table } from './table.ts'

const PAGE = 'docs/reference/config.md'
const EXAMPLE = 'examples/checkout-service/.github/release-actions.yml'
const BLOCK = /(<!-- config:start -->)[\s\S]*?(<!-- config:end -->)/

/** Sections that the example repository leaves at their defaults. */
const OWN_EXAMPLES: Readonly<Record<string, string>> = {
  products: `products:
  cloud:
    version-scheme: git-sha
    strategies: { direct: { bake: 30m } }
  edge:
    tag-prefix: edge/v
    clock: { kind: schedule }`,
  'tag-prefix': "tag-prefix: 'edge/v'",
  'version-scheme': 'version-scheme: git-sha',
  roles: `roles:
  release-manager: { members: [rita, deputy], may: [promote, pause, resume] }
  on-call: { members: ['role:maintain', '@acme/on-call'], may: [pause, roll-back, lift] }`,
  ledger: `ledger:
  keys:
    - |
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
      -----END PUBLIC KEY-----
    - { kty: OKP, crv: Ed25519, x: PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw }
  require-signature: true`,
  strategies: `strategies:
  direct: { bake: 30m }
  canary:
    stages:
      - { weight: 5%, bake: 30m, min-requests: 1000 }
      - { weight: 50%, bake: 1h }
      - { weight: 100%, bake: 30m }
  blue-green: { bake: 30m }
  rolling: { steps: 5, bake: 3m }
  stepwise:
    stages:
      - { weight: 0%, bake: 2h }
      - { weight: 20%, bake: 1h }
      - { weight: 100%, bake: 1h }`,
  types: `types:
  patch: { strategy: rolling }
  minor:
    stages:
      - { weight: 5%, bake: 30m }
      - { weight: 50%, bake: 30m }
      - { weight: 100%, bake: 15m }
    downtime:
      version: 1.4.0
      from: 2026-12-01T02:00:00Z
      to: 2026-12-01T02:20:00Z
      reason: the index of the orders is built anew`,
  channels: `channels:
  stable: { enforce-observability: true }
  beta: { enforce-observability: false }`,
  verification: `verification:
  platforms:
    - { runner: ubuntu-latest, python: '3.12' }
    - { runner: windows-latest, python: '3.12' }`,
  sources: `sources:
  kpis:
    provider: http-json
    url: https://erp.example
    token: KPI_TOKEN
    values:
      consumer-lag:
        path: /analytics/api/v1/kpis/realtime?metric=consumer_lag
        value: /consumer_lag
        unit: count
objectives:
  - { name: lag, metric: custom, source: kpis, query: consumer-lag, unit: count, limit: '1000', min-samples: 1 }`,
  looks: 'looks: { interval: 30s }',
  notifications: `notifications:
  slack: { events: [rolled-back, failed, frozen] }
  grafana: { url: https://grafana.example }`,
}

/** The page with the tables of these schema pages; none while there is no page or no schema. */
export function configPages(root: string, schemas: readonly Page[]): Generated[] {
  const before = textOf(root, PAGE)
  const schema = schemas.find(({ path }) => path === 'schema/release-actions.schema.json')?.text
  if (before === undefined || schema === undefined) return []
  if (!BLOCK.test(before))
    return [
      { path: PAGE, problem: 'needs the lines <!-- config:start --> and <!-- config:end -->' },
    ]
  const sections = sectionsOf(JSON.parse(schema) as Schema, textOf(root, EXAMPLE) ?? '')
  const [bare] = /^\| `[^`]*` \| {2}\|/m.exec(sections) ?? []
  if (bare !== undefined)
    return [
      { path: PAGE, problem: `has a key without meaning: ${bare}; describe it in the schema` },
    ]
  const text = before.replace(BLOCK, (_, start, end) => `${start}\n\n${sections}\n\n${end}`)
  return [{ path: PAGE, text }]
}

function sectionsOf(schema: Schema, example: string): string {
  const top = schema.$defs?.ReleaseActions ?? schema
  const examples = { ...slices(example), ...OWN_EXAMPLES }
  return Object.entries(top.properties ?? {})
    .map(([key, node]) => {
      const fields = fieldsOf(schema, key, node, (top.required ?? []).includes(key))
      const yaml = examples[key]
      return [
        `## \`${key}\``,
        ...(node.description !== undefined && fields[0]?.path !== key ? [node.description] : []),
        fieldTable(fields),
        ...(yaml === undefined ? [] : [`\`\`\`yaml\n${yaml}\n\`\`\``]),
      ].join('\n\n')
    })
    .join('\n\n')
}

const fieldTable = (fields: readonly Field[]) =>
  table(
    ['Key', 'Meaning', 'Type', 'Default'],
    fields.map(({ path, description, type, required, standard }) => ({
      name: path,
      description: description || meaningOf(path),
      rest: [type, required ? '**required**' : code(standard)],
    })),
  )

/** Each top-level section of the example as it stands there. */
function slices(text: string): Record<string, string> {
  const { contents } = parseDocument(text)
  if (!isMap(contents)) return {}
  return Object.fromEntries(
    contents.items.flatMap(({ key, value }) => {
      const from = isScalar(key) ? key.range?.[0] : undefined
      const to = isNode(value) ? value.range?.[1] : undefined
      if (from === undefined || to === undefined) return []
      return [[String(isScalar(key) ? key.value : ''), text.slice(from, to).trimEnd()]]
    }),
  )
}
