// Stage 4: the rule book. Its order is the order of the catalogue.

/// All rules: what `jixiao explain` tells and `CATALOGUE.md` prints.
public enum RuleBook {
  /// Every rule, by the number of its code.
  public static let rules: [Rule] = [
    // 1xx: bytes and CSV
    .undeterminableEncoding, .controlCharacter, .spreadsheetFile, .unterminatedQuote, .strayQuote,
    .raggedRow, .emptyFile, .cellTooLong, .limitExceeded, .missingFile, .titleRowSkipped, .rowSkipped,
    .mergedCellsFilled, .invisibleCharacter, .ignoredFile, .absentFile, .otherFiles,
    .noFinalLineBreak,

    // 2xx: headings and values
    .missingHeading, .duplicateHeading, .unreadableActual, .unknownHeading, .unreadableTarget,
    .spreadsheetDamage, .misreadSign, .fractionForPercent, .measureMismatch, .measureMissing,
    .numberForQuality, .qualityForNumber, .impossibleDate, .dateOutsideYear, .twoSigns, .repeatedSign,
    .bareNumber, .digitsInQuality, .truncatedMonth, .lostLeadingZeros, .negativeAmount, .unreadableAmount,
    .percentOutsideBand, .unrepresentableNumber, .emptyRequiredCell, .unknownProject, .unknownIndicator,
    .duplicateIndicator, .duplicateActual, .missingActual, .duplicateProject, .notApplicableWithoutReason,
    .projectMissingFromFile, .levelTwoElsewhere, .unknownKey, .missingKey, .unreadableYear,
    .unknownLikelihood, .unknownDirection, .ambiguousIndicator, .duplicateKey, .unusedAcknowledgement,
    .truncatedProjectMonth, .negativeFigure, .changedTarget, .deadlineOutsideYear,
    .projectNotHandedIn, .handedInTwice, .damagedForm, .noIndicators,

    // 3xx: scoring and weights
    .mixedWeights, .weightsDoNotSum, .unreadableWeight, .unknownLevelOne, .illegalRubric,
    .pointsAboveWeight, .unreadablePoints, .ruleAndReportDiffer, .farAboveTarget, .unmetWithoutReason,
    .strictSignMetExactly, .zeroBudget, .costWithAtLeast, .rateAboveHundred, .paymentAsQuantity,
    .outputAlsoBenefit, .noSatisfaction, .goodResultsLittleMoney, .littleMoneyFullQuantities,
    .evidenceEmpty, .placeholderHalfTargets, .littleSpent, .satisfactionWithoutSurvey, .limitDoubled,
    .overspent, .pointsNotCounted, .executionRowUndecided,

    // 4xx: roll-up and reconciliation
    .rollUpWithoutIndicator, .rollUpWithoutSource, .unknownMethod, .rollUpMeasureMismatch,
    .derivedMeasureMismatch, .wrongNumberOfSources, .missingRollUpWeight, .zeroDenominator, .countedTwice,
    .mixedTargetKinds, .ownFigureDiffers, .targetsDoNotRollUp, .namesakeTargetsDiffer, .figureOutOfRange,
    .doesNotReconcile, .executionDiffers, .projectCountDiffers, .reconciliationRemark,

    // 7xx: output
    .changedDocument, .missingDocument, .unlistedDocument, .changedCell, .invalidDocument,
    .unreadableManifest, .changedManifest, .unsealedManifest,

    // 9xx: our own fault
    .notWellFormed, .internalSubset, .violatesSchema, .tableDiffersFromCSV, .templateFault,
  ]

  /// The rule of a code.
  public static func rule(_ code: Code) -> Rule? { rules.first { $0.code == code } }

  /// The findings of all rules of judgement.
  static func examine(_ examination: Examination) -> [Finding] {
    rules.flatMap { $0.examine?(examination) ?? [] }
  }
}
