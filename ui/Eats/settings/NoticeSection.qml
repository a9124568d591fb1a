pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

Section {
    id: section

    required property SettingsViewModel settings

    title: qsTr("알림")
    symbol: "bell"

    Toggle {
        objectName: "settings.notices"
        Layout.fillWidth: true
        text: qsTr("방송 알림")
        help: qsTr("찜한 방송이 시작하기 전에 알려 드려요. 알림함에도 남아요.")
        on: section.settings.noticesOn
        onClicked: section.settings.setNotices(!on)
    }

    Line {
        visible: section.settings.noticesOn
    }

    Field {
        title: qsTr("언제 알려 드릴까요?")
        help: section.settings.leadsText
        visible: section.settings.noticesOn

        LeadChips {
            objectName: "settings.lead"
            Layout.fillWidth: true
            settings: section.settings
        }
    }

    Line {}

    Toggle {
        objectName: "settings.orders"
        Layout.fillWidth: true
        text: qsTr("주문 알림")
        help: qsTr("주문과 결제, 배송, 환불의 상태가 바뀌면 알림함에 넣어 드려요.")
        on: section.settings.ordersOn
        onClicked: section.settings.setOrders(!on)
    }

    Line {}

    Toggle {
        objectName: "settings.desktop"
        Layout.fillWidth: true
        text: qsTr("바탕 화면 알림")
        help: qsTr("이 창이 가려져 있어도 화면 구석에 알림이 떠요.")
        on: section.settings.desktopOn
        onClicked: section.settings.setDesktop(!on)
    }

    Note {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s8
        visible: section.settings.desktopProblem !== "" && section.settings.testText === ""
        kind: "warn"
        text: qsTr("%1. 프로그램 안의 알림은 그대로 와요.").arg(section.settings.desktopProblem)
    }

    TestNotice {
        objectName: "settings.test"
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s8
        settings: section.settings
    }

    Line {}

    Toggle {
        objectName: "settings.tray"
        Layout.fillWidth: true
        text: qsTr("창을 닫아도 알려 주기")
        help: qsTr("창을 닫아도 화면 구석에 작은 그림으로 남아 알려 드려요. 끄면 창을 닫을 때 알림도 멈춰요.")
        on: section.settings.stayInTray
        onClicked: section.settings.setStayInTray(!on)
    }

    Line {}

    Toggle {
        objectName: "settings.quiet"
        Layout.fillWidth: true
        text: qsTr("방해 금지 시간")
        help: section.settings.quietText
        on: section.settings.quietOn
        onClicked: section.settings.setQuiet(!on)
    }

    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s8
        visible: section.settings.quietOn
        spacing: Theme.s24

        QuietEdge {
            objectName: "settings.quietFrom"
            name: qsTr("시작")
            text: section.settings.quietFrom
            lessName: qsTr("방해 금지 시작을 30분 앞당기기")
            moreName: qsTr("방해 금지 시작을 30분 늦추기")
            onMoved: steps => section.settings.moveQuietFrom(steps)
        }

        QuietEdge {
            objectName: "settings.quietTo"
            name: qsTr("끝")
            text: section.settings.quietTo
            lessName: qsTr("방해 금지 끝을 30분 앞당기기")
            moreName: qsTr("방해 금지 끝을 30분 늦추기")
            onMoved: steps => section.settings.moveQuietTo(steps)
        }
    }
}
