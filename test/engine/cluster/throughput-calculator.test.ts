import { describe, expect, test } from "vitest";

import { ThroughputCalculator } from "../../../src/engine/cluster/throughput-calculator.ts";

describe("ThroughputCalculator", () => {
  test("leaves idle time out", () => {
    const calculator = new ThroughputCalculator();
    calculator.incomingDataSize(1000, 0);
    calculator.pauseMeasurement(100);
    calculator.resumeMeasurement(400);
    expect(calculator.calculateThroughput(500)).toBe(5000);
  });

  test("begins with the first data", () => {
    const calculator = new ThroughputCalculator();
    expect(calculator.calculateThroughput(1000)).toBe(0);
    calculator.incomingDataSize(100, 1500);
    expect(calculator.calculateThroughput(1600)).toBe(1000);
  });

  test("gives the last result again if no time has passed", () => {
    const calculator = new ThroughputCalculator();
    calculator.incomingDataSize(700, 0);
    expect(calculator.calculateThroughput(100)).toBe(7000);
    calculator.incomingDataSize(9, 100);
    expect(calculator.calculateThroughput(100)).toBe(7000);
  });

  test("goes on when data comes while it pauses", () => {
    const calculator = new ThroughputCalculator();
    calculator.incomingDataSize(100, 0);
    calculator.pauseMeasurement(0);
    calculator.incomingDataSize(100, 900);
    expect(calculator.calculateThroughput(1000)).toBe(2000);
  });
});
