import type { Key } from "../java/hash-code.ts";
import type { StreamOperatorParameters } from "../operators/stream-operator-parameters.ts";
import type { OneInputStreamOperator, TwoInputStreamOperator } from "../operators/stream-operator.ts";
import { instancesOf, type Instantiable } from "../runtime/program/instantiable.ts";
import {
  oneInputFactory,
  type OperatorFactory,
  type TaskOperatorParameters,
  twoInputFactory,
} from "../runtime/program/operator-factory.ts";

/** What an operator with keys of type `K` is made with. */
type Parameters<Out, K extends Key> = StreamOperatorParameters<Out, K>;

/** The keys of an operator are what its key selector returns; the task that makes it can't know their type. */
function withKeys<Out, K extends Key>(parameters: TaskOperatorParameters<Out>): Parameters<Out, K> {
  return parameters as unknown as Parameters<Out, K>;
}

/** Returns the factory of an operator with one input and nothing of the user's that has a life of its own. */
export function plainFactory<In, Out, K extends Key = Key>(
  create: (parameters: Parameters<Out, K>) => OneInputStreamOperator<In>,
): OperatorFactory {
  return oneInputFactory<In, Out>((parameters) => ({ operator: create(withKeys(parameters)) }));
}

/** Returns the factory of an operator with one input around a user's function, of which each instance has its own. */
export function functionFactory<F extends object, In, Out, K extends Key = Key>(
  userFunction: Instantiable<F>,
  create: (parameters: Parameters<Out, K>, userFunction: F) => OneInputStreamOperator<In>,
): OperatorFactory {
  const newInstance = instancesOf(userFunction);
  return oneInputFactory<In, Out>((parameters) => {
    const instance = newInstance();
    return { operator: create(withKeys(parameters), instance), userFunction: instance };
  });
}

/** Returns the factory of an operator with two inputs around a user's function. */
export function twoInputFunctionFactory<F extends object, In1, In2, Out, K extends Key = Key>(
  userFunction: Instantiable<F>,
  create: (parameters: Parameters<Out, K>, userFunction: F) => TwoInputStreamOperator<In1, In2>,
): OperatorFactory {
  const newInstance = instancesOf(userFunction);
  return twoInputFactory<In1, In2, Out>((parameters) => {
    const instance = newInstance();
    return { operator: create(withKeys(parameters), instance), userFunction: instance };
  });
}
