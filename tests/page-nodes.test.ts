import { resolve } from 'node:path';
import { isObjectBindingPattern, isPropertyAccessExpression, type Node } from 'typescript/unstable/ast';
import { API, type Checker, type Type } from 'typescript/unstable/sync';
import { expect, test } from 'vitest';

/**
 * Forms and documents answer to names with their fields, images and frames, in place of their own properties and methods
 * (https://webidl.spec.whatwg.org/#LegacyOverrideBuiltIns). So scripts in pages ask whatever may be one of them through
 * `page/dom.ts`. Texts, shadow roots, and elements that are known not to be forms can be asked as they are.
 */
const IN_PAGES = /^(?:page|entrypoints\/(?:scanner|written|annotator|card|forms|report-page))\//;
const MAY_BE_CLOBBERED = new Set([
  'Node',
  'Element',
  'HTMLElement',
  'HTMLFormElement',
  'Document',
  'ParentNode',
  'ChildNode',
  'EventTarget',
]);

test('no script in pages asks a node directly that may be a form or a document', () => {
  const api = new API();
  const config = resolve('tsconfig.json');
  const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
  const asked: string[] = [];
  for (const path of project?.rootFiles ?? []) {
    const name = path.slice(resolve('.').length + 1);
    const source = IN_PAGES.test(name) ? project?.program.getSourceFile(path) : undefined;
    if (project === undefined || source === undefined) continue;
    const visit = (node: Node): void => {
      const receiver = receiverIn(node);
      const type = receiver && project.checker.getTypeAtLocation(receiver);
      if (type && mayBeClobbered(type, project.checker)) asked.push(`${name}: ${node.getText(source)}`);
      node.forEachChild(visit);
    };
    visit(source);
  }
  api.close();
  expect(asked).toEqual([]);
});

/** What a property is read or taken from, but for prototypes, which no page can reach. */
function receiverIn(node: Node): Node | null {
  if (isPropertyAccessExpression(node)) return /\bprototype$/.test(node.expression.getText()) ? null : node.expression;
  return isObjectBindingPattern(node) ? node : null;
}

function mayBeClobbered(type: Type, checker: Checker): boolean {
  if (type.isUnionType() || type.isIntersectionType())
    return type.getTypes().some((each) => mayBeClobbered(each, checker));
  return MAY_BE_CLOBBERED.has(checker.typeToString(type));
}
