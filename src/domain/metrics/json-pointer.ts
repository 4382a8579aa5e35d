/** Whether a text is a JSON pointer (RFC 6901): empty, or segments that begin with `/`. */
export function isPointer(text: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/.test(text)
}

/**
 * What a JSON pointer (RFC 6901) leads to; undefined where it leads nowhere. Members are those of the document itself,
 * never what objects inherit; `-`, the place behind the last item of a list, holds nothing.
 */
export function resolvePointer(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(step, document)
}

function step(node: unknown, name: string): unknown {
  if (Array.isArray(node)) return /^(?:0|[1-9]\d{0,9})$/.test(name) ? node[Number(name)] : undefined
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) return undefined
  return (node as Readonly<Record<string, unknown>>)[name]
}
