import type { Attachables } from '../../src/ports/attachables.ts'

/** Every file of a job holds its own name. @param hash `sha256:<hex>` of a text. */
export function namedFiles(hash: (text: string) => string): Attachables {
  return {
    read: async (path) => ({
      ...{ sha256: hash(path).slice('sha256:'.length), size: path.length },
      bytes: new TextEncoder().encode(path),
    }),
    unpublishable: () => undefined,
  }
}
