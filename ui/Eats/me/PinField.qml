import QtQuick
import Eats.controls

/* The digits of a PIN. */
SecretField {
    inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhNoPredictiveText
    validator: RegularExpressionValidator {
        regularExpression: /[0-9]{0,8}/
    }
}
