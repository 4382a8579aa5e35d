/**
 * What may be asked: called with every URL before a connection is made, and again with every address that the name of
 * its host leads to, before one of them is connected to. @throws Failure `forbidden-origin`.
 */
export type OriginRule = (url: URL, address?: string) => void
