import { Failure } from '../../src/domain/failure.ts'
import type { Release, Releases } from '../../src/ports/releases.ts'
import type { Process, World } from './world.ts'

/** Model of a repository's releases without assets: a draft becomes published, nothing else. */
export class ReleasePage {
  readonly #world: World
  readonly #drafts = new Map<string, boolean>()

  constructor(world: World, tags: readonly string[]) {
    this.#world = world
    for (const tag of tags) this.#drafts.set(tag, true)
  }

  isDraft(tag: string): boolean {
    return this.#drafts.get(tag) ?? false
  }

  releases(process: Process): Releases {
    const refuse = async () => {
      throw new Failure('refused', 'this page has no assets')
    }
    return {
      byTag: (tag) => process.meet({ site: 'releases.get', effect: () => this.#release(tag) }),
      now: async ({ tag }) => this.#release(tag),
      published: async () => [],
      download: refuse,
      measure: refuse,
      upload: refuse,
      remove: refuse,
      publish: (release) =>
        process.meet({
          site: 'releases.publish',
          effect: () => {
            this.#drafts.set(release.tag, false)
            this.#world.emit({ kind: 'published', process: process.name, tag: release.tag })
            return { ...release, draft: false }
          },
        }),
    }
  }

  #release(tag: string): Release | undefined {
    const draft = this.#drafts.get(tag)
    if (draft === undefined) return undefined
    const rest = { prerelease: false, immutable: false, url: '', uploadUrl: '', assets: [] }
    return { id: 1, tag, draft, ...rest }
  }
}
