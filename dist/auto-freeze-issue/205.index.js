export const id = 205;
export const ids = [205];
export const modules = {

/***/ 1205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(schemas/* ZodISODateTime */.You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

;// CONCATENATED MODULE: ./lib/domain/ledger/freeze.js

/** What the marker of an open freeze holds: where the freeze was written. */
const FreezeMarker = schemas/* strictObject */.rej({
    version: schemas/* string */.YjP(),
    seq: schemas/* int */.Whr().positive(),
    time: datetime(),
});
/** Stands in the body of a scope's freeze issue: the identity of the issue, never its title. */
function freeze_freezeMarkerText({ product, channel }) {
    return `<!-- release-actions:freeze ${product}/${channel} -->`;
}
/** Stands in the body of a release's tracking issue. */
function trackingMarkerText(product, version) {
    return `<!-- release-actions:release ${product}/${version} -->`;
}

;// CONCATENATED MODULE: ./lib/domain/ledger/path.js
/**
 * One part of a path in `[a-z0-9.%_-]`: every other byte of its UTF-8 form is percent-encoded, and so are the dots of
 * `.` and `..`. Different texts never share a part, also on a case-blind file system.
 */
function pathPart(text) {
    const dotsOnly = /^\.+$/.test(text);
    return [...new TextEncoder().encode(text)]
        .map((byte) => {
        const char = String.fromCharCode(byte);
        const plain = /[a-z0-9._-]/.test(char) && !(dotsOnly && char === '.');
        return plain ? char : `%${byte.toString(16).padStart(2, '0')}`;
    })
        .join('');
}
function keyPath({ product, channel, version }) {
    return [product, channel, version].map(pathPart).join('/');
}
/** Folder of a release's chain, with the final slash. */
function chainFolder(release) {
    return `releases/${keyPath(release)}/`;
}
/** Folder of all chains of a product's channel, with the final slash. */
function scopeFolder({ product, channel }) {
    return `releases/${pathPart(product)}/${pathPart(channel)}/`;
}
function entryPath(release, seq, kind) {
    return `${chainFolder(release)}${String(seq).padStart(6, '0')}-${kind}.json`;
}
/** Marker of a release that is not finished: what is open is found without walking what is done. */
function openReleasePath(release) {
    return `open/releases/${keyPath(release)}.json`;
}
function path_openFreezePath({ product, channel }) {
    return `open/freezes/${pathPart(product)}/${pathPart(channel)}.json`;
}

// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(6602);
;// CONCATENATED MODULE: ./lib/domain/report/freeze-issue.js


const freeze_issue_FREEZE_LABELS = ['release-freeze', 'incident', 'priority:high'];
/** Marker of the very freeze: closing an older issue lifts nothing. */
function freeze_issue_freezeEntryMarker(version, seq) {
    return `<!-- release-actions:freeze-entry ${version}/${seq} -->`;
}
function freezeTitle({ version, gate }) {
    return `Release freeze: ${gate} failed for v${version}`;
}
/** The issue people see: what happened, what to do, what lifts it. */
function freezeBody(facts) {
    const { scope, version, buildType, commit, runUrl, reason } = facts;
    const rows = [
        ['Version', (0,markdown/* raw */.lS)(`\`v${version}\``)],
        ['Build type', buildType],
        ['Product', `${scope.product}, channel ${scope.channel}`],
        ['Commit', (0,markdown/* raw */.lS)(`\`${commit}\``)],
        ['Workflow run', (0,markdown/* raw */.lS)(runUrl)],
        ['Reason', reason],
    ];
    return [
        freeze_freezeMarkerText(scope),
        freeze_issue_freezeEntryMarker(version, facts.seq),
        `No release of ${(0,markdown/* inert */.tJ)(scope.product)} on ${(0,markdown/* inert */.tJ)(scope.channel)} goes out while this freeze is open.`,
        (0,markdown/* table */.tp)(['', ''], rows),
        '### Required actions',
        '1. Stop promotion: do not start another release of this channel.',
        '2. Assess the health of the release in Sentry and in the metrics.',
        '3. Decide: roll back with `release-rollback.yml`, or publish a hotfix.',
        '### What lifts the freeze',
        'A person with write access closes this issue. The next release records who did.',
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./lib/app/one-issue.js
/** GitHub's list shows a new issue within this time; two runs that create at once both see both after it. */
const SETTLE_MS = 2000;
/**
 * Exactly one open issue with the marker, however often and however many at once run this: create, settle, list, keep
 * the lowest, close the rest. The marker must stand in the issue's body; the filter must let such an issue through.
 */
async function oneIssue(marker, content, { issues, clock }, filter = {}) {
    const existing = await issues.withMarker(marker, 'open', filter);
    const created = existing.length === 0 ? await issues.create(content) : undefined;
    if (created !== undefined)
        await clock.sleep(SETTLE_MS);
    const listed = created === undefined
        ? existing
        : [created, ...(await issues.withMarker(marker, 'open', filter))];
    const lowest = listed.reduce((a, b) => (b.number < a.number ? b : a));
    // Doubles that a run left behind which died before it could close them go as well.
    const doubles = [...new Map(listed.map((i) => [i.number, i])).values()].filter((i) => i.number !== lowest.number);
    for (const { number } of doubles) {
        await issues.comment(number, `Closed: the same as issue ${lowest.number}.`);
        await issues.update(number, { state: 'closed' });
    }
    return { issue: lowest, created: lowest.number === created?.number };
}
/**
 * Issues that belong to a ledger entry are younger than it. An hour is left for clocks of runners and of GitHub that
 * differ.
 */
function one_issue_sinceEntry(time) {
    return new Date(Date.parse(time) - 3_600_000);
}

;// CONCATENATED MODULE: ./lib/app/freeze.js





/**
 * Frozen = an open ledger entry or an open issue with our marker. Without an entry only labelled issues are looked for:
 * an issue that could not be labelled has an entry, which is written first.
 */
async function readFreeze(scope, ports) {
    const marker = await openMarker(scope, ports.ledger);
    if (marker === undefined) {
        const [open] = await withMarker(scope, 'open', ports.issues, { label: FREEZE_LABELS[0] });
        return open === undefined ? { frozen: false } : { frozen: true, reason: frozenBy(open, scope) };
    }
    const issues = await withMarker(scope, 'all', ports.issues, { since: sinceEntry(marker.time) });
    const open = issues.find((i) => i.state === 'open');
    if (open !== undefined)
        return { frozen: true, reason: frozenBy(open, scope) };
    const own = issues.find((i) => i.body.includes(freezeEntryMarker(marker.version, marker.seq)));
    if (own === undefined)
        return {
            frozen: true,
            reason: `${scopeName(scope)} is frozen since ${marker.time}; it has no issue: run auto-freeze-issue again, with issues switched on, then close its issue`,
        };
    return closedBy(own, { ...scope, version: marker.version }, marker.seq, ports);
}
async function closedBy({ number }, release, seq, ports) {
    const { closedBy: by } = await ports.issues.get(number);
    const permission = by === undefined ? 'none' : await ports.repository.permission(by);
    if (by !== undefined && ['admin', 'write'].includes(permission))
        return { frozen: false, lift: { release, seq, by, issue: number } };
    const reason = `${scopeName(release)} is frozen: issue ${number} was not closed by a person with write access; reopen it and have such a person close it`;
    return { frozen: true, reason };
}
async function openMarker(scope, ledger) {
    const path = path_openFreezePath(scope);
    const text = (await ledger.markers(path)).get(path);
    if (text === undefined)
        return undefined;
    try {
        return FreezeMarker.parse(JSON.parse(text));
    }
    catch {
        throw new failure/* Failure */.H('bad-ledger', `the freeze marker ${path} cannot be read, which counts as frozen`, 'Correct it on the branch release-ledger');
    }
}
/** Issues may be switched off: then the ledger alone says what is frozen. */
async function withMarker(scope, state, issues, filter) {
    try {
        return await issues.withMarker(freezeMarkerText(scope), state, filter);
    }
    catch (error) {
        if (error instanceof Failure && error.code === 'gone')
            return [];
        throw error;
    }
}
function frozenBy({ number, url }, scope) {
    return `${scopeName(scope)} is frozen by issue ${number} (${url}); the freeze is lifted when a person with write access closes that issue`;
}
function scopeName({ product, channel }) {
    return `${product} ${channel}`;
}
/**
 * Record who lifted a freeze and remove its marker; nothing where another run has done so.
 * @throws Failure `frozen` when the scope was frozen anew meanwhile.
 */
async function recordLift({ release, seq, by, issue }, ledger) {
    await ledger.append(release, async () => {
        const marker = await openMarker(release, ledger);
        if (marker === undefined)
            return undefined;
        if (marker.version !== release.version || marker.seq !== seq)
            throw new Failure('frozen', `${scopeName(release)} was frozen anew`, 'Run the job again');
        return {
            draft: { kind: 'lift', payload: { by, reason: `issue ${issue} was closed`, issue } },
            planHash: null,
            close: [openFreezePath(release)],
        };
    });
}
/** Freeze a scope: ledger first, then exactly one issue. Repeatable: a scope that is frozen stays frozen once. */
async function freeze(request, ports) {
    const { ledger } = ports;
    const { seq, version, time } = await writeFreeze(request, ledger);
    const since = one_issue_sinceEntry(time);
    const facts = { ...request, version, seq };
    const content = { title: freezeTitle(facts), body: freezeBody(facts), labels: freeze_issue_FREEZE_LABELS };
    try {
        const { issue, created } = await oneIssue(freeze_freezeMarkerText(request.scope), content, ports, {
            since,
        });
        const missingLabels = freeze_issue_FREEZE_LABELS.filter((l) => !issue.labels.includes(l));
        return { issue, created, missingLabels };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.H && error.code === 'gone'))
            throw error;
        return { issue: undefined, created: false, missingLabels: [] };
    }
}
/** The entry and its marker in one commit; the marker that stands already where another run was faster. */
async function writeFreeze({ scope, version, reason }, ledger) {
    const release = { ...scope, version };
    let marker;
    await ledger.append(release, async (entries) => {
        marker = await openMarker(scope, ledger);
        if (marker !== undefined)
            return undefined;
        return {
            draft: { kind: 'freeze', payload: { reason } },
            planHash: entries.at(-1)?.planHash ?? null,
            open: ({ seq, time }) => {
                marker = { version, seq, time };
                return { path: path_openFreezePath(scope), text: JSON.stringify(marker) };
            },
        };
    });
    if (marker !== undefined)
        return marker;
    throw new failure/* Failure */.H('unexpected', 'the freeze was not written', 'Run the job again');
}

// EXTERNAL MODULE: ./lib/domain/release/version.js
var release_version = __webpack_require__(8994);
;// CONCATENATED MODULE: ./lib/domain/release/key.js


/** A version of the config's product, and where its record is. @throws Failure `bad-input`. */
function releaseKey(input, text, config) {
    const parsed = (0,release_version/* parseVersion */.ot)(text, config['tag-prefix']);
    if (parsed === undefined)
        throw new failure/* Failure */.H('bad-input', `input ${input}: must be a version such as 1.4.0 or ${config['tag-prefix']}1.4.0`);
    return { product: config.product, ...parsed };
}
/** The part of it that names a chain. */
function chainOf({ product, channel, version }) {
    return { product, channel, version };
}

// EXTERNAL MODULE: ./lib/domain/judging/verdict.js
var verdict = __webpack_require__(9534);
;// CONCATENATED MODULE: ./lib/domain/report/freeze.js



/** Report of a freeze; without a result it was a dry run. */
function freezeReport(request, frozen) {
    const { product, channel } = request.scope;
    const scope = `${product} ${channel}`;
    if (frozen === undefined)
        return {
            verdict: (0,verdict/* passed */.bF)(`dry run: ${scope} would be frozen`),
            summary: ['The issue would be:', freezeBody({ ...request, seq: 0 })],
        };
    const { issue, created, missingLabels } = frozen;
    const where = issue === undefined
        ? 'issues are switched off, the ledger holds it'
        : `issue ${issue.number}${created ? '' : ' was open already'}`;
    const outputs = {
        issue_number: issue === undefined ? '' : String(issue.number),
        issue_url: issue?.url ?? '',
        created: String(created),
    };
    const labels = missingLabels.length === 0
        ? []
        : [`Labels that the token may not set: ${(0,markdown/* inert */.tJ)(missingLabels.join(', '))}.`];
    const link = issue === undefined
        ? []
        : [`Lifted when a person with write access closes [issue ${issue.number}](${issue.url}).`];
    return { verdict: (0,verdict/* passed */.bF)(`${scope} is frozen: ${where}`), outputs, summary: [...link, ...labels] };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/adapters/digest.js

/** SHA-256 of text or bytes as `sha256:<hex>`. */
function sha256(data) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(data).digest('hex')}`;
}
const digest = sha256;

;// CONCATENATED MODULE: ./node_modules/canonicalize/lib/canonicalize.js
function serializeString (value) {
  if (!value.isWellFormed()) {
    throw new Error('Lone surrogate is not allowed');
  }
  return JSON.stringify(value);
}

function serializePrimitive (value) {
  switch (typeof value) {
    case 'number':
      if (isNaN(value)) {
        throw new Error('NaN is not allowed');
      }
      if (!isFinite(value)) {
        throw new Error('Infinity is not allowed');
      }
      // For finite numbers String(value) would give identical output, but
      // JSON.stringify benchmarks faster on V8.
      return JSON.stringify(value);
    case 'string':
      return serializeString(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      // null, or values JSON.stringify maps to undefined (undefined,
      // functions, symbols).
      return JSON.stringify(value);
  }
}

// Resolves a value to either its serialized primitive form (a string — or
// undefined, for values JSON.stringify drops) or a frame describing the
// container to descend into. Callers distinguish the two cases with
// `typeof result !== 'object'`.
//
// toJSON results are unwrapped here, and the wrapper objects stay in `seen`
// until the resolved subtree is fully serialized, so cycles introduced via
// toJSON are still detected.
function enterValue (value, seen) {
  let wrappers = null;
  while (value !== null && typeof value === 'object' && typeof value.toJSON === 'function') {
    if (seen.has(value)) {
      throw new Error('Circular reference detected');
    }
    seen.add(value);
    (wrappers ??= []).push(value);
    value = value.toJSON();
  }

  // Boxed Number/String/Boolean objects serialize as their primitive values,
  // mirroring how JSON.stringify treats them.
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    value = value.valueOf();
  }

  if (value === null || typeof value !== 'object') {
    if (wrappers !== null) {
      for (const wrapper of wrappers) seen.delete(wrapper);
    }
    return serializePrimitive(value);
  }

  if (seen.has(value)) {
    throw new Error('Circular reference detected');
  }
  seen.add(value);

  return {
    container: value,
    // null marks an array frame; object frames carry their sorted keys.
    // `sort()`'s default comparator orders by UTF-16 code unit, which is the
    // order JCS requires.
    keys: Array.isArray(value) ? null : Object.keys(value).sort(),
    // Next child to serialize; the frame resumes here after a nested
    // container's subtree completes.
    index: 0,
    // Whether no member has been emitted yet (controls comma placement).
    first: true,
    // toJSON wrappers to release from `seen` when this frame completes.
    wrappers
  };
}

function canonicalize (object) {
  if (object === null || typeof object !== 'object') {
    return serializePrimitive(object);
  }

  const seen = new Set();
  const root = enterValue(object, seen);
  if (typeof root !== 'object') {
    // A toJSON chain resolved the input to a primitive.
    return root;
  }

  let result = root.keys === null ? '[' : '{';
  const stack = [root];

  // Depth-first serialization with an explicit stack instead of recursion, so
  // nesting depth is bounded by heap size rather than call-stack size. The top
  // frame is the container currently being serialized: primitive children are
  // appended inline, while a nested container pushes a new frame and jumps
  // back to the outer loop. Because frame.index was already advanced, the
  // parent resumes at its next child once the subtree is done. Opening
  // brackets are emitted when a frame is pushed, closing brackets when it
  // completes.
  outer:
  while (stack.length > 0) {
    const frame = stack[stack.length - 1];
    const container = frame.container;

    // keys === null marks an array frame; otherwise keys holds the object's
    // sorted property names. Either way the iteration counter lives on the
    // frame itself (frame.index), so when a frame is resumed after a nested
    // container completes, the while condition continues at the first
    // unserialized child instead of restarting from the beginning.
    if (frame.keys === null) {
      while (frame.index < container.length) {
        const i = frame.index++;
        if (i > 0) {
          result += ',';
        }
        const element = container[i];
        // Inside arrays, JSON.stringify serializes values with no JSON
        // representation (undefined, symbols, functions) as null.
        const value = element === undefined || typeof element === 'symbol' || typeof element === 'function' ? null : element;
        if (value === null || typeof value !== 'object') {
          result += serializePrimitive(value);
          continue;
        }
        const child = enterValue(value, seen);
        if (typeof child !== 'object') {
          // A toJSON chain resolved the child to an already-serialized
          // primitive — or, when child is undefined, to a value with no JSON
          // representation, which becomes null inside arrays.
          result += child === undefined ? 'null' : child;
          continue;
        }
        result += child.keys === null ? '[' : '{';
        stack.push(child);
        continue outer;
      }
      result += ']';
    } else {
      const keys = frame.keys;
      while (frame.index < keys.length) {
        const key = keys[frame.index++];
        const value = container[key];
        // Inside objects, JSON.stringify omits properties whose value has no
        // JSON representation (undefined, symbols, functions).
        if (value === undefined || typeof value === 'symbol' || typeof value === 'function') {
          continue;
        }
        if (value === null || typeof value !== 'object') {
          // Commas are tracked with a flag rather than the key index: a
          // skipped key must not leave a stray comma behind.
          if (frame.first) {
            frame.first = false;
          } else {
            result += ',';
          }
          result += serializeString(key) + ':' + serializePrimitive(value);
          continue;
        }
        // The child must be resolved before the key is emitted: a toJSON
        // returning a value with no JSON representation drops the whole
        // property.
        const child = enterValue(value, seen);
        if (child === undefined) {
          continue;
        }
        if (frame.first) {
          frame.first = false;
        } else {
          result += ',';
        }
        result += serializeString(key) + ':';
        if (typeof child !== 'object') {
          result += child;
          continue;
        }
        result += child.keys === null ? '[' : '{';
        stack.push(child);
        continue outer;
      }
      result += '}';
    }

    // Frame complete. The container leaves `seen` so that a later, sibling
    // reference to the same object is not mistaken for a cycle.
    seen.delete(container);
    if (frame.wrappers !== null) {
      for (const wrapper of frame.wrappers) seen.delete(wrapper);
    }
    stack.pop();
  }

  return result;
}

;// CONCATENATED MODULE: ./lib/domain/rollout/plan.js

/** The strategies are the same state machine with other stages. */
const STRATEGIES = ['direct', 'canary', 'blue-green'];
const PlannedObjective = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    metric: schemas/* string */.YjP(),
    query: schemas/* string */.YjP().nullable(),
    unit: schemas/* enum */.k5n(['ratio', 'milliseconds', 'count']),
    limit: schemas/* number */.aig(),
    direction: schemas/* enum */.k5n(['at-most', 'at-least']),
    onBreach: schemas/* enum */.k5n(['pause', 'rollback']),
    minSamples: schemas/* int */.Whr().positive(),
});
const PlannedStage = schemas/* strictObject */.rej({
    /** Percent of the traffic, 0 to 100. */
    weight: schemas/* number */.aig().min(0).max(100),
    /** Milliseconds. */
    bake: schemas/* int */.Whr().positive(),
    /** Fewest requests that the new version must have served in the stage. */
    minRequests: schemas/* int */.Whr().nonnegative(),
});
const PlannedArtefact = schemas/* strictObject */.rej({
    kind: schemas/* string */.YjP(),
    /** File name. */
    name: schemas/* string */.YjP(),
    /** `sha256:<hex>`. */
    digest: schemas/* string */.YjP(),
});
/** What will happen to one release. Holds no time and no run: planned again from the same facts, it is the same plan. */
const Plan = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(1),
    product: schemas/* string */.YjP(),
    channel: schemas/* string */.YjP(),
    version: schemas/* string */.YjP(),
    baseline: schemas/* string */.YjP(),
    /** Commit of the version's tag. */
    commit: schemas/* string */.YjP(),
    strategy: schemas/* enum */.k5n(STRATEGIES),
    /** Profile of the config; empty for none. */
    profile: schemas/* string */.YjP(),
    stages: schemas/* array */.YOg(PlannedStage).min(1),
    /** Milliseconds between two looks. */
    interval: schemas/* int */.Whr().positive(),
    /** Empty only where the config says `objectives: none`. */
    objectives: schemas/* array */.YOg(PlannedObjective),
    artefacts: schemas/* array */.YOg(PlannedArtefact),
    /** Percent of desktop clients, 1 to 100. */
    desktopRolloutPercentage: schemas/* int */.Whr().min(1).max(100),
});
/** Milliseconds from the first weight to the end of the last bake. */
function plannedDuration(plan) {
    return plan.stages.reduce((sum, stage) => sum + stage.bake, 0);
}

;// CONCATENATED MODULE: ./lib/domain/ledger/entry.js


const VerdictWord = schemas/* enum */.k5n(['pass', 'fail', 'inconclusive']);
const WeightMap = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig().min(0).max(100));
/** Evidence as the ledger keeps it. */
const EvidenceRecord = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    verdict: VerdictWord,
    question: schemas/* string */.YjP(),
    answer: schemas/* string */.YjP(),
    limit: schemas/* string */.YjP(),
    samples: schemas/* number */.aig().optional(),
});
const payloads = {
    plan: schemas/* strictObject */.rej({ plan: Plan }),
    /** Written before an outside effect. `from` are the weights it starts from. */
    intent: schemas/* strictObject */.rej({
        effect: schemas/* literal */.euz('shift'),
        stage: schemas/* int */.Whr(),
        reason: schemas/* string */.YjP(),
        from: WeightMap,
        to: WeightMap,
    }),
    /** Written after it; or the end of the release. */
    outcome: schemas/* discriminatedUnion */.gMt('effect', [
        schemas/* strictObject */.rej({ effect: schemas/* literal */.euz('shift'), stage: schemas/* int */.Whr(), weights: WeightMap }),
        schemas/* strictObject */.rej({
            effect: schemas/* literal */.euz('release'),
            result: schemas/* enum */.k5n(['completed', 'rolled-back', 'failed']),
            reason: schemas/* string */.YjP(),
        }),
    ]),
    /** `stage` is the index of the judged stage; null for a gate before the rollout. */
    verdict: schemas/* strictObject */.rej({
        gate: schemas/* string */.YjP(),
        stage: schemas/* int */.Whr().nullable(),
        verdict: VerdictWord,
        reason: schemas/* string */.YjP(),
        evidence: schemas/* array */.YOg(EvidenceRecord),
        breach: schemas/* enum */.k5n(['none', 'pause', 'rollback']),
    }),
    freeze: schemas/* strictObject */.rej({ reason: schemas/* string */.YjP() }),
    lift: schemas/* strictObject */.rej({ by: schemas/* string */.YjP(), reason: schemas/* string */.YjP(), issue: schemas/* int */.Whr() }),
};
/** Whose chain an entry belongs to. */
const ReleaseKey = schemas/* strictObject */.rej({
    product: schemas/* string */.YjP(),
    channel: schemas/* string */.YjP(),
    version: schemas/* string */.YjP(),
});
const head = {
    schema: schemas/* literal */.euz(1),
    /** Unique for one attempt to write: how a writer whose answer was lost finds its own entry. */
    id: schemas/* string */.YjP(),
    seq: schemas/* int */.Whr().positive(),
    /** `sha256:<hex>` of the canonical entry before; null for the first. */
    previous: schemas/* string */.YjP().nullable(),
    time: datetime(),
    release: ReleaseKey,
    /** Null before there is a plan. */
    planHash: schemas/* string */.YjP().nullable(),
    actor: schemas/* string */.YjP(),
    run: schemas/* strictObject */.rej({ id: schemas/* int */.Whr(), attempt: schemas/* int */.Whr() }),
    /** Commit of release-actions; empty where the platform does not say. */
    suite: schemas/* string */.YjP(),
    /** Reserved for the signature; `unsigned` is said aloud. */
    signature: schemas/* null */.chJ(),
};
const entryOf = (kind) => schemas/* strictObject */.rej({ ...head, kind: schemas/* literal */.euz(kind), payload: payloads[kind] });
/** One line of the record. */
const Entry = schemas/* discriminatedUnion */.gMt('kind', [
    entryOf('plan'),
    entryOf('intent'),
    entryOf('outcome'),
    entryOf('verdict'),
    entryOf('freeze'),
    entryOf('lift'),
]);

;// CONCATENATED MODULE: ./lib/domain/ledger/chain.js



/** Canonical JSON (RFC 8785): one text for one value, so that a hash means the value. */
function canonical(value) {
    const text = canonicalize(value);
    if (text === undefined)
        throw new TypeError('no canonical form');
    return text;
}
/**
 * Read a chain from its texts in order: every entry is canonical and has its schema, its seq, its release and the hash
 * of the one before.
 * @throws Failure `broken-chain` naming the first bad entry.
 */
function readChain(texts, release, digest) {
    const entries = [];
    const key = canonical(release);
    let previous = null;
    for (const [index, text] of texts.entries()) {
        const entry = parseEntry(text);
        const right = entry !== undefined &&
            canonical(entry) === text &&
            entry.seq === index + 1 &&
            entry.previous === previous &&
            canonical(entry.release) === key;
        if (!right)
            throw broken(release, index + 1);
        entries.push(entry);
        previous = digest(text);
    }
    return entries;
}
function parseEntry(text) {
    try {
        return Entry.safeParse(JSON.parse(text)).data;
    }
    catch {
        return undefined;
    }
}
function broken(release, seq) {
    const name = `${release.product} ${release.channel} ${release.version}`;
    return new failure/* Failure */.H('broken-chain', `the ledger of ${name} is broken at entry ${seq}`, 'Restore the branch release-ledger from before the change, see docs/ledger.md');
}

;// CONCATENATED MODULE: ./lib/app/ledger.js



const TRIES = 8;
/** The ledger of one repository, as one writer sees it. What it wrote itself is not read again. */
class Ledger {
    #ports;
    #writer;
    #snapshot;
    #chains = new Map();
    /** Contents by their git name: they never change. */
    #texts = new Map();
    constructor(ports, writer) {
        this.#ports = ports;
        this.#writer = writer;
    }
    /** Id of the run that writes. */
    get run() {
        return this.#writer.run.id;
    }
    /** The chain of a release, checked; empty when nothing is written yet. @throws Failure `broken-chain`. */
    async entries(release) {
        const folder = chainFolder(release);
        const { files } = await this.#look();
        const known = this.#chains.get(folder);
        if (known !== undefined)
            return known;
        const own = files.filter((f) => f.path.startsWith(folder));
        const texts = await Promise.all(own.sort(byPath).map((f) => this.#text(f)));
        const chain = readChain(texts, release, this.#ports.digest);
        this.#chains.set(folder, chain);
        return chain;
    }
    /** Versions of a scope that have a chain, in no order. */
    async versions(scope) {
        const folder = scopeFolder(scope);
        const own = (await this.#look()).files.filter((f) => f.path.startsWith(folder));
        const parts = own.map((f) => f.path.slice(folder.length).split('/')[0] ?? '');
        return [...new Set(parts)].map(decodeURIComponent);
    }
    /** Texts of all markers below a folder, by path. */
    async markers(folder) {
        const { files } = await this.#look();
        const found = files.filter((f) => f.path.startsWith(folder));
        return new Map(await Promise.all(found.map(async (f) => [f.path, await this.#text(f)])));
    }
    /**
     * Append what `decide` makes of the chain as it is now; it is called again when somebody was faster. Undefined means
     * that there is nothing to write. @throws Failure `refused`, or `contended` after 8 tries.
     */
    async append(release, decide) {
        const sent = new Set();
        for (let tries = 1; tries <= TRIES; tries++) {
            const chain = await this.entries(release);
            // The answer was lost, and the second look came before GitHub showed the entry.
            if (chain.some((e) => sent.has(e.id)))
                return chain;
            const decision = await decide(chain);
            if (decision === undefined)
                return chain;
            const entry = this.#entry(release, chain, decision);
            sent.add(entry.id);
            const written = await this.#write(entry, chain, decision);
            if (written)
                return [...chain, entry];
            await this.#ports.clock.sleep(50 * 2 ** tries * (0.5 + this.#ports.random()));
        }
        throw new failure/* Failure */.H('contended', `the ledger entry was overtaken ${TRIES} times`, 'Run the job again');
    }
    #entry(release, chain, { draft, planHash }) {
        const last = chain.at(-1);
        const { run, actor, suite } = this.#writer;
        const nonce = Math.floor(this.#ports.random() * 2 ** 48).toString(16);
        return {
            schema: 1,
            id: `${run.id}.${run.attempt}.${nonce}`,
            seq: chain.length + 1,
            previous: last === undefined ? null : this.#ports.digest(canonical(last)),
            time: this.#ports.clock.now().toISOString(),
            release,
            planHash,
            actor,
            run,
            suite,
            signature: null,
            ...draft,
        };
    }
    /** True when the entry stands in the ledger, also when only a second look could tell. */
    async #write(entry, chain, { open, close = [] }) {
        const { release } = entry;
        const { head: expectedHead, files } = await this.#look();
        if (expectedHead === undefined) {
            await this.#ports.store.create();
            this.refresh();
            // Another run may have made the branch and written to it: decided again on what stands there.
            return false;
        }
        const path = entryPath(release, entry.seq, entry.kind);
        const commit = {
            expectedHead,
            message: `${entry.kind} ${entry.seq} of ${release.product} ${release.version} [skip ci]`,
            additions: [{ path, text: canonical(entry) }, ...(open === undefined ? [] : [open(entry)])],
            deletions: files.map((f) => f.path).filter((p) => close.includes(p)),
        };
        const result = await this.#ports.store.commit(commit);
        if (result.kind === 'committed') {
            this.#remember(result, commit, files);
            this.#chains.set(chainFolder(release), [...chain, entry]);
            return true;
        }
        this.refresh();
        if (result.kind === 'stale')
            return false;
        return (await this.entries(release)).some((e) => e.id === entry.id);
    }
    async #look() {
        if (this.#snapshot === undefined) {
            const head = await this.#ports.store.head();
            const files = head === undefined ? [] : await this.#ports.store.files(head);
            this.#snapshot = { head, files };
        }
        return this.#snapshot;
    }
    async #text({ blob }) {
        const text = this.#texts.get(blob) ?? (await this.#ports.store.read(blob));
        this.#texts.set(blob, text);
        return text;
    }
    /** The next read asks GitHub again: for whoever decides after a wait. */
    refresh() {
        this.#snapshot = undefined;
        this.#chains.clear();
    }
    /** The next read starts from the own write. */
    #remember({ head }, commit, before) {
        const gone = new Set([...commit.deletions, ...commit.additions.map((a) => a.path)]);
        const added = commit.additions.map(({ path, text }) => {
            const blob = `${head}:${path}`;
            this.#texts.set(blob, text);
            return { path, blob };
        });
        this.#snapshot = { head, files: [...before.filter((f) => !gone.has(f.path)), ...added] };
    }
}
function byPath(a, b) {
    return a.path < b.path ? -1 : 1;
}

;// CONCATENATED MODULE: ./lib/actions/ledger.js


/** The ledger of the repository, written in the name of this run. */
function connectLedger(store, { clock, context }) {
    const { actor, runId, runAttempt, suite } = context;
    return new Ledger({ store, clock, digest: digest, random: Math.random }, { actor, run: { id: runId, attempt: runAttempt }, suite });
}
/** Page of the run that is going on. */
function runUrl({ context }) {
    const { serverUrl, owner, repository, runId, runAttempt } = context;
    return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}/attempts/${runAttempt}`;
}

;// CONCATENATED MODULE: ./lib/actions/auto-freeze-issue/run.js





async function run(inputs, config, github, runner) {
    const { product, channel, version } = releaseKey('version', inputs.version, config);
    const tagged = () => github.repository.tagCommit((0,release_version/* tagOf */.cO)(version, config['tag-prefix']));
    const request = {
        scope: { product, channel },
        version,
        buildType: inputs['build-type'] ?? channel,
        commit: inputs.commit ?? (await tagged()) ?? runner.context.sha,
        runUrl: runUrl(runner),
        reason: inputs.reason,
        gate: inputs.gate,
    };
    if (inputs['dry-run'])
        return freezeReport(request, undefined);
    const ledger = connectLedger(github.ledger, runner);
    const frozen = await freeze(request, { ...github, ledger, clock: runner.clock });
    return freezeReport(request, frozen);
}


/***/ })

};
