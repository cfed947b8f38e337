import type { Activation } from '@lenet/core';
import { useMemo } from 'react';
import type { UnitArithmetic } from '../network/unit-arithmetic';
import { numberWords } from './number-words';
import { Patches } from './patches';
import styles from './unit-words.module.css';

/** How the selected number comes about. */
export function UnitWords({ unit }: { readonly unit: UnitArithmetic }) {
  const { layer, terms, bias, sum, activation, output } = unit;
  if (layer.kind === 'flatten' || layer.kind === 'dropout') {
    return <p>Taken over as it is: {numberWords(output)}.</p>;
  }
  if (layer.kind === 'maxPooling2d' || layer.kind === 'averagePooling2d') {
    const numbers = terms.map(({ input }) => numberWords(input)).join(', ');
    return (
      <p>
        {layer.kind === 'maxPooling2d' ? 'The largest of ' : 'The mean of '}
        {numbers}: <b>{numberWords(output)}</b>
      </p>
    );
  }
  return (
    <div className={styles.words}>
      {layer.kind === 'conv2d' ? <Patches unit={unit} /> : <Strongest unit={unit} />}
      <p>
        The {terms.length.toLocaleString('en')} products add up to {numberWords(sum! - bias!)}; with the bias{' '}
        {numberWords(bias!)} that makes <b>{numberWords(sum!)}</b>.
      </p>
      <p>
        {activationWords(activation!)} <b>{numberWords(output)}</b>
      </p>
    </div>
  );
}

function activationWords(activation: Activation): string {
  switch (activation) {
    case 'relu':
      return 'ReLU lets pass what is above 0:';
    case 'softmax':
      return 'Softmax makes the ten scores probabilities:';
    case 'linear':
      return 'It comes out as it is:';
    default:
      return `${activation} bends it:`;
  }
}

/** Of a dense unit: the inputs that push it most. */
function Strongest({ unit }: { readonly unit: UnitArithmetic }) {
  const strongest = useMemo(
    () =>
      unit.terms
        .map(({ input, weight, place }) => ({
          input,
          weight,
          number: place.channel,
          product: input * weight,
        }))
        .sort((one, other) => Math.abs(other.product) - Math.abs(one.product))
        .slice(0, 4),
    [unit],
  );
  return (
    <table className={styles.strongest}>
      <caption>What pushes it most</caption>
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">Value</th>
          <th scope="col">Weight</th>
          <th scope="col">Product</th>
        </tr>
      </thead>
      <tbody>
        {strongest.map(({ number, input, weight, product }) => (
          <tr key={number}>
            <th scope="row">{number + 1}</th>
            <td>{numberWords(input)}</td>
            <td>{numberWords(weight)}</td>
            <td>{numberWords(product)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
