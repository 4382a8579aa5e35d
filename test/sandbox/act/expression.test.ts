import { expect, test } from '@jest/globals'
import { evaluate } from '../../../sandbox/act/expression/evaluate.ts'
import { parse } from '../../../sandbox/act/expression/parse.ts'
import {
  type Expression,
  literal,
  mapChildren,
  print,
} from '../../../sandbox/act/expression/syntax.ts'
import { asExpression, condition, mapTemplate } from '../../../sandbox/act/expression/template.ts'
import fc from '../../properties.ts'

/** Replaces the context `inputs`, wherever it really is one. */
function withoutInputs(expression: Expression): Expression {
  return expression.kind === 'context' && expression.name === 'inputs'
    ? { kind: 'context', name: 'other' }
    : mapChildren(expression, withoutInputs)
}

test.each([
  ["a.b['c-d'].*.e", "a.b['c-d'].*.e"],
  ["a['b']", 'a.b'],
  ['!(a && b) || c', '!(a && b) || c'],
  ['a || b && c == 1', 'a || (b && (c == 1))'],
  ["format('it''s {0}', x)", "format('it''s {0}', x)"],
  ['needs[matrix.os].result', 'needs[matrix.os].result'],
  ['1e3 != -0x10', '1000 != -16'],
  ['contains(needs.*.result, null)', 'contains(needs.*.result, null)'],
  ['a-b.c_d', 'a-b.c_d'],
  ["x [ 'y' ] . z", 'x.y.z'],
  ['true==false', 'true == false'],
])('%s is read and written', (text, written) => {
  expect(print(parse(text))).toBe(written)
  expect(print(parse(written))).toBe(written)
})

test.each(['a ==', '(a', "'open", 'a b', 'a.', 'f(a,)', 'a ? b : c', ''])(
  '%j is refused',
  (text) => {
    expect(() => parse(text)).toThrow()
  },
)

test('only expressions change: not string literals, not the text around them', () => {
  const text = `inputs.a \${{ inputs.b }} \${{ 'inputs.c }} it''s' }} $\{x} \${{ f(inputs) }}`
  expect(mapTemplate(text, withoutInputs)).toBe(
    `inputs.a \${{ other.b }} \${{ 'inputs.c }} it''s' }} $\{x} \${{ f(other) }}`,
  )
  expect(() => mapTemplate('a ${'.concat('{ b'), (found) => found)).toThrow('not closed')
})

test('a template as one expression gives the same text, braces included', () => {
  expect(print(asExpression(`a{b}\${{ c }}d`))).toBe("format('a{{b}}{0}d', c)")
  expect(print(asExpression(`\${{ c }}`))).toBe('c')
  expect(print(asExpression("it's"))).toBe("'it''s'")
  expect(condition('')).toBeUndefined()
  expect(print(condition(`\${{ a }}`) ?? literal(null))).toBe('a')
  expect(print(condition("a == 'b'") ?? literal(null))).toBe("a == 'b'")
})

test('every string survives as a literal', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(evaluate(parse(print(literal(text))), {})).toBe(text)
    }),
  )
})

test.each([
  ["inputs.a == 'X' && 'yes' || 'no'", 'yes'],
  ["format('{0}-{1}{{}}', inputs.a, github.ref)", 'x-main{}'],
  ['inputs.unknown && true', undefined],
  ["needs.a.result == 'x'", undefined],
  ['inputs.off && needs.a.result', false],
  ['!inputs.off || needs.a', true],
  ["startsWith(github.ref, 'MA') && contains('abc', 'B')", true],
  ['inputs.count > 3 && inputs.count <= 4', true],
  ["fromJSON('7') == '7'", true],
  ["null == ''", true],
])('%s before the run is %j', (text, value) => {
  const contexts = {
    inputs: new Map<string, string | number | boolean>([
      ['a', 'x'],
      ['off', false],
      ['count', 4],
    ]),
    github: new Map([['ref', 'main']]),
  }
  expect(evaluate(parse(text), contexts)).toBe(value)
})
