import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { DefaultArtifactClient } from '@actions/artifact'

/** What GitHub's own client does with the service, told as one JSON line. Runs as a child process. */
const folder = process.argv[2] ?? '.'
const client = new DefaultArtifactClient()
const file = `${folder}/verdict.json`
await writeFile(file, '{"verdict":"pass"}')

const uploaded = await client.uploadArtifact('go-no-go-1-0', [file], folder)
const again = await client.uploadArtifact('go-no-go-1-0', [file], folder).catch((error) => error)
const raw = await client.uploadArtifact('ignored', [file], folder, { skipArchive: true })
const { artifacts } = await client.listArtifacts()
const { artifact } = await client.getArtifact('go-no-go-1-0')
await mkdir(`${folder}/down`)
const expectedHash = artifact.digest ?? ''
const down = await client.downloadArtifact(artifact.id, { path: `${folder}/down`, expectedHash })
const text = await readFile(`${folder}/down/verdict.json`, 'utf8')
const deleted = await client.deleteArtifact('verdict.json')
const left = (await client.listArtifacts()).artifacts.map(({ name }) => name)

const told = { uploaded, again: String(again), raw, artifacts, artifact, down, text, deleted, left }
process.stderr.write(`${JSON.stringify(told)}\n`)
