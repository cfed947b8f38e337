/** A package that a published package, or the page, brings with it. */
export interface Component {
  /** With its scope. */
  readonly name: string;
  /** SPDX expression, or whatever its package.json has. */
  readonly licence: string;
}

/** They ask for attribution at most, which the packages themselves carry: all fit Apache-2.0. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib',
]);

/** Others, each with the reason why it fits. */
const allowed: Readonly<Record<string, { readonly licence: string; readonly because: string }>> = {
  '@lenet/model-artifacts': {
    licence: 'CC-BY-SA-3.0',
    because: 'weights of our own, derived from MNIST: data beside the code, with LICENSE and NOTICE',
  },
  '@expo-google-fonts/inter': {
    licence: 'MIT AND OFL-1.1',
    because: 'a font, used in pictures of reports, where the OFL asks for nothing',
  },
  '@resvg/resvg-js': { licence: 'MPL-2.0', because: 'unchanged, in a package of its own' },
  '@img/sharp-libvips': {
    licence: 'LGPL-3.0-or-later',
    because: 'a shared library in a package of its own, which can be replaced',
  },
  'caniuse-lite': {
    licence: 'CC-BY-4.0',
    because: 'data that Next reads when it builds, not part of the page',
  },
  jsfive: {
    licence: 'SEE LICENSE IN LICENSE.txt',
    because: 'public domain, based on pyfive under BSD-3-Clause',
  },
};

/** One sentence for each component whose licence is neither permissive nor allowed by name. */
export function licenceProblems(components: readonly Component[]): string[] {
  return components
    .filter(
      ({ name, licence }) => !isPermissive(licence) && allowed[withoutPlatform(name)]?.licence !== licence,
    )
    .map(
      ({ name, licence }) =>
        `${name}: expected a permissive licence, got "${licence}". Take another package, or say in tooling/checks/src/dependencies/licences.ts why it fits.`,
    );
}

/** `@resvg/resvg-js` of `@resvg/resvg-js-linux-x64-gnu`. */
function withoutPlatform(name: string): string {
  return name.replace(/-(linux|linuxmusl|darwin|win32|android|freebsd|wasm32)(-[\w-]+)?$/, '');
}

function isPermissive(expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(/ (?:AND|OR) /)
    .every((licence) => permissive.has(licence));
}
