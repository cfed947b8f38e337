import { darkColours, type FigureColours, lightColours } from '../figures/figure-colours.js';

/** Colours of the page besides those of its figures. */
interface PageColours {
  readonly page: string;
  readonly rule: string;
  readonly bannerGround: string;
  readonly bannerInk: string;
  readonly bannerRule: string;
}

export const lightPage: PageColours = {
  page: '#fdfcfa',
  rule: '#dcd8cf',
  bannerGround: '#fdf0da',
  bannerInk: '#5a2b00',
  bannerRule: '#c7620a',
};

export const darkPage: PageColours = {
  page: '#111419',
  rule: '#343c47',
  bannerGround: '#33230f',
  bannerInk: '#ffdcae',
  bannerRule: '#f0953a',
};

/** Declarations of the colours as custom properties, on light and on dark. */
export const lightVariables = variables({ ...lightColours, ...lightPage });
export const darkVariables = variables({ ...darkColours, ...darkPage });

function variables(colours: FigureColours & PageColours): string {
  return Object.entries(colours)
    .map(([name, value]) => `${variableName(name)}: ${value};`)
    .join(' ');
}

/** `onHeat` to `--on-heat`. */
function variableName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
