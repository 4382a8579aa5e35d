// Loaded into the command line: what Node 20 does not have is gone, and the version is that of NODE_AS.
import process from 'node:process'

const generator = Object.getPrototypeOf(Object.getPrototypeOf([].values()))
const LATER = [
  [Array, 'fromAsync'],
  [ArrayBuffer.prototype, 'detached transfer transferToFixedLength'],
  [DataView.prototype, 'getFloat16 setFloat16'],
  [Error, 'isError'],
  [JSON, 'isRawJSON rawJSON'],
  [Map, 'groupBy'],
  [Math, 'f16round'],
  [Object, 'groupBy'],
  [Promise, 'try withResolvers'],
  [RegExp, 'escape'],
  [
    Set.prototype,
    'difference intersection isDisjointFrom isSubsetOf isSupersetOf symmetricDifference union',
  ],
  [URL, 'parse'],
  [generator, 'drop every filter find flatMap forEach map reduce some take toArray'],
  [process, 'execve finalization ref threadCpuUsage unref'],
  [
    globalThis,
    'AsyncDisposableStack CloseEvent DisposableStack Float16Array Iterator Navigator SuppressedError URLPattern WebSocket navigator',
  ],
]

for (const [owner, names] of LATER) for (const name of names.split(' ')) delete owner[name]

const { NODE_AS } = process.env
if (NODE_AS !== undefined)
  Object.defineProperty(process, 'versions', { value: { ...process.versions, node: NODE_AS } })
