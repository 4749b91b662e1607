import { expect, test } from 'vitest';
import { extentOf } from '../../../entrypoints/card/extent.ts';

test.each<readonly [string, string, readonly number[] | null]>([
  ['rect', '100,100,300,200', [100, 100, 300, 200]],
  ['', '100,100,300,200', [100, 100, 300, 200]],
  ['anything', '100,100,300,200', [100, 100, 300, 200]],
  ['RECT', ' 100 ; 100 300, 200 ', [100, 100, 300, 200]],
  ['rect', '300,200,100,100', [100, 100, 300, 200]],
  ['rect', '100,100,300,200,900,900', [100, 100, 300, 200]],
  ['rect', '10%,20%,50%,60%', [10, 20, 50, 60]],
  ['rect', '-10,-20.5,50,60.25', [-10, -20.5, 50, 60.25]],
  ['circle', '50,60,20', [30, 40, 70, 80]],
  ['Circ', '50,60,20', [30, 40, 70, 80]],
  ['poly', '10,90,50,10,90,90', [10, 10, 90, 90]],
  ['polygon', '10,90,50,10,90,90,', [10, 10, 90, 90]],
  ['default', '1,2,3,4', null],
  ['rect', '', null],
  ['rect', 'left', null],
  ['circle', '50,60', null],
])('an area %j of %j', (shape, coords, extent) => {
  const found = extentOf(shape, coords);
  expect(found && [found.left, found.top, found.right, found.bottom]).toEqual(extent);
});
